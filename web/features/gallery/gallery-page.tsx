import {
  AspectRatio,
  Badge,
  Button,
  Card,
  Group,
  Image,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';

const worksQuery = infiniteQueryOptions({
  queryKey: ['works'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/api/v1/works', { params: { query: { limit: 24, cursor: pageParam } } })),
  getNextPageParam: (page) => page.next,
});

function WorkCard({ work }: { work: Schemas['WorkView'] }) {
  return (
    <Card
      withBorder
      padding="md"
      renderRoot={(props) => <Link to="/works/$slug" params={{ slug: work.slug }} {...props} />}
    >
      <Card.Section className="clip-surround">
        <AspectRatio ratio={16 / 9}>
          <Image src={work.posterUrl} alt="" fit="contain" loading="lazy" />
        </AspectRatio>
      </Card.Section>
      <Stack gap={4} mt="md">
        <Title order={2} size="h4">
          {work.title}
        </Title>
        <Text size="sm">by {work.credit}</Text>
        <Group gap={6}>
          {work.labels.map((label) => (
            <Badge key={label} variant="default" styles={{ label: { textTransform: 'none' } }}>
              {label.replaceAll('_', ' ')}
            </Badge>
          ))}
          <Text size="xs" c="dimmed">
            <When at={work.publishedAt} />
          </Text>
        </Group>
      </Stack>
    </Card>
  );
}

/** What the works that are shown were made with, as the works themselves say. */
function howMade(works: readonly Schemas['WorkView'][]): string {
  const kinds = new Set(works.map(({ madeWith }) => madeWith));
  if (kinds.has('model') && kinds.has('procedural'))
    return ', some made with a generative model and some drawn from a formula without one';
  if (kinds.size !== 1) return '';
  if (kinds.has('model')) return ', all made with a generative model';
  return kinds.has('procedural') ? ', all drawn from a formula, without a generative model' : '';
}

export function GalleryPage() {
  const works = useInfiniteQuery(worksQuery);
  return (
    <>
      <PageHeader
        title="Gallery"
        lead={`Short films by the artists of the programme${howMade(works.data?.pages.flatMap(({ items }) => items) ?? [])}. Each was offered by its artist and checked against published rules; taste is not among them.`}
      />
      <PagedView
        query={works}
        empty={
          <EmptyState
            title="Nothing is shown yet"
            action={
              <Button variant="light" renderRoot={(props) => <Link to="/programs" {...props} />}>
                Read the rules
              </Button>
            }
          >
            Works appear here once an artist has offered one and it was approved.
          </EmptyState>
        }
      >
        {(items) => (
          <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }} spacing="lg">
            {items.map((work) => (
              <WorkCard key={work.id} work={work} />
            ))}
          </SimpleGrid>
        )}
      </PagedView>
    </>
  );
}
