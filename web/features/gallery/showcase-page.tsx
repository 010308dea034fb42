import { Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { WorkCard } from './work-card';

const showcaseQuery = {
  queryKey: ['showcase'],
  queryFn: () => unwrap(api.GET('/api/v1/showcase', { params: { query: {} } })),
};

function Spread({ spread }: { spread: Schemas['SpreadView'] }) {
  const { shown, artists, slots, most, gini } = spread;
  if (gini === null) return null;
  return (
    <Text size="sm" c="dimmed">
      In the last 365 days {shown} of {artists} artists who agree to be shown had {slots} slots, the most of
      one {most}. How uneven that is (Gini, 0 is even): {gini.toFixed(2)}.
    </Text>
  );
}

/** What is shown now: each work for a slot that was given by a published rule and paid. */
export function ShowcasePage() {
  const showcase = useQuery(showcaseQuery);
  return (
    <>
      <PageHeader
        title="Showcase"
        lead="Slots go to whoever was shown least, or by a draw that anybody can recompute. Each is a licence that its artist agreed to and is paid for."
      />
      <QueryView query={showcase}>
        {({ slots, spread }) => (
          <Stack>
            <Spread spread={spread} />
            {slots.length === 0 ? (
              <EmptyState
                title="No slot is filled now"
                action={
                  <Button variant="light" renderRoot={(props) => <Link to="/" {...props} />}>
                    To the gallery
                  </Button>
                }
              >
                Works stand here while their slot lasts.
              </EmptyState>
            ) : (
              <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
                {slots.map(({ roundId, slot, work }) => (
                  <WorkCard key={`${roundId} ${slot}`} work={work} />
                ))}
              </SimpleGrid>
            )}
          </Stack>
        )}
      </QueryView>
    </>
  );
}
