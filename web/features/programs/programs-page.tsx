import { Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';

const programsQuery = infiniteQueryOptions({
  queryKey: ['programs'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/api/v1/programs', { params: { query: { limit: 24, cursor: pageParam } } })),
  getNextPageParam: (page) => page.next,
});

const dayOf = (at: string): string => new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' });

function ProgramCard({ program }: { program: Schemas['ProgramSummaryView'] }) {
  return (
    <Card
      withBorder
      padding="lg"
      renderRoot={(props) => (
        <Link to="/programs/$programId" params={{ programId: program.slug }} {...props} />
      )}
    >
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {program.name}
          </Title>
          <StateBadge state={program.state} />
        </Group>
        <Text size="sm">Model {program.model}</Text>
        <Text size="sm" c="dimmed" className="figures">
          {dayOf(program.startsAt)} to {dayOf(program.endsAt)}, {program.capacity} places
        </Text>
      </Stack>
    </Card>
  );
}

export function ProgramsPage() {
  const programs = useInfiniteQuery(programsQuery);
  return (
    <>
      <PageHeader
        title="Programmes"
        lead="Early access to a model under terms you can read before you apply: what is asked, what is paid, how much can be made, what is refused and why."
      />
      <PagedView
        query={programs}
        empty={
          <EmptyState title="No programme is open">
            When one opens, its terms, prices and dates stand here before anybody can apply.
          </EmptyState>
        }
      >
        {(items) => (
          <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }}>
            {items.map((program) => (
              <ProgramCard key={program.id} program={program} />
            ))}
          </SimpleGrid>
        )}
      </PagedView>
    </>
  );
}
