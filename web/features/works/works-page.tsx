import { Badge, Button, Group, Image, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';
import { galleryWordsQuery } from '../../api/gallery';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { PressLinks } from '../../ui/press-links';
import { ProblemNote } from '../../ui/problem-note';
import { Farewells } from './farewells';
import { TagsField } from './tags-field';

type Work = Schemas['OwnWorkView'];

const STANDINGS: Record<Work['standing'], string> = {
  gallery: 'in the gallery',
  by_link: 'public, by its link',
  unlisted: 'taken out by you',
  taken_down: 'taken down by a decision',
};

const worksQuery = pagesOf(['own-works'], (page) =>
  unwrap(api.GET('/api/v1/own-works', { params: { query: page } })),
);

/** An act on one's own works; every list of works is read again after it. */
function useAct<T>(act: (input: T) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['own-works'] });
      await queries.invalidateQueries({ queryKey: ['works'] });
    },
  });
}

function WorkSettings({ work }: { work: Work }) {
  const words = useQuery(galleryWordsQuery);
  const describe = useAct((body: Schemas['WorkChange']) =>
    unwrap(api.PATCH('/api/v1/works/{id}', { params: { path: { id: work.id } }, body })),
  );
  return (
    <Group align="start" grow preventGrowOverflow={false}>
      <Select
        label="Licence"
        description="A Creative Commons licence cannot be taken back from those who have used it."
        allowDeselect={false}
        data={
          words.data?.licences.map(({ name, says }) => ({
            value: name,
            label: says.split(':')[0] ?? name,
          })) ?? []
        }
        value={work.licence}
        onChange={(licence) => {
          if (licence !== null) describe.mutate({ licence: licence });
        }}
      />
      <TagsField tags={work.tags} onChange={(tags) => describe.mutate({ tags })} />
      {describe.isError && <ProblemNote error={describe.error} />}
    </Group>
  );
}

function WorkRow({ work }: { work: Work }) {
  const act = useAct((verb: 'unlist' | 'relist') => {
    const at = { params: { path: { id: work.id } } };
    return unwrap(
      verb === 'unlist'
        ? api.POST('/api/v1/works/{id}/unlist', at)
        : api.POST('/api/v1/works/{id}/relist', at),
    );
  });
  const isPublic = work.standing === 'gallery' || work.standing === 'by_link';
  return (
    <Paper withBorder p="md" component="article" aria-label={work.title}>
      <Stack gap="sm">
        <Group wrap="nowrap" align="start">
          {isPublic && (
            <Image
              src={work.pictures[0]?.url ?? work.posterUrl}
              alt=""
              w={160}
              h={90}
              fit="contain"
              className="clip-surround"
            />
          )}
          <Stack gap={4} flex={1}>
            <Title order={2} size="h4">
              {work.title}
            </Title>
            <Group gap="xs">
              <Badge variant="default" styles={{ label: { textTransform: 'none' } }}>
                {STANDINGS[work.standing]}
              </Badge>
              <Text size="sm" c="dimmed">
                published <When at={work.publishedAt} />
              </Text>
            </Group>
            <Group gap="xs" mt="xs">
              {isPublic && (
                <>
                  <Button
                    variant="light"
                    renderRoot={(props) => <Link to="/works/$slug" params={{ slug: work.slug }} {...props} />}
                  >
                    See it as everybody does
                  </Button>
                  <Button variant="default" loading={act.isPending} onClick={() => act.mutate('unlist')}>
                    Take it out of the public
                  </Button>
                </>
              )}
              {work.standing === 'unlisted' && (
                <Button variant="light" loading={act.isPending} onClick={() => act.mutate('relist')}>
                  Show it again
                </Button>
              )}
              {work.standing === 'taken_down' && (
                <Button
                  variant="light"
                  renderRoot={(props) => (
                    <Link
                      to="/studio/submissions/$submissionId"
                      params={{ submissionId: work.submissionId }}
                      {...props}
                    />
                  )}
                >
                  Read the reasons, appeal
                </Button>
              )}
            </Group>
          </Stack>
        </Group>
        {act.isError && <ProblemNote error={act.error} />}
        {work.standing !== 'taken_down' && (
          <>
            <WorkSettings work={work} />
            <PressLinks submissionId={work.submissionId} count={work.pressLinks} />
          </>
        )}
      </Stack>
    </Paper>
  );
}

/** One's own published works: where each stands, and every switch that is the artist's. */
export function WorksPage() {
  const works = useInfiniteQuery(worksQuery);
  return (
    <>
      <PageHeader
        title="Works"
        lead="What you have published. You can take a work out at any moment: it is gone from pages, feeds, frames and links at once."
      />
      <Stack maw={900} gap="lg">
        <PagedView
          query={works}
          empty={
            <EmptyState
              title="No works yet"
              action={
                <Button variant="light" renderRoot={(props) => <Link to="/studio/submissions" {...props} />}>
                  Offer a clip
                </Button>
              }
            >
              A clip that you offer becomes a work once it is approved.
            </EmptyState>
          }
        >
          {(items) => (
            <Stack>
              {items.map((work) => (
                <WorkRow key={work.id} work={work} />
              ))}
            </Stack>
          )}
        </PagedView>
        <Farewells />
      </Stack>
    </>
  );
}
