import { Group, SegmentedControl, SimpleGrid, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { poolsQuery } from '../../api/pools';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { useFilters } from '../../ui/use-filters';
import { workersQuery } from './use-workers';
import { WorkerCard } from './worker-card';
import { WorkerKeys } from './worker-keys';

function Pools() {
  const pools = useQuery(poolsQuery);
  return (
    <QueryView query={pools} rows={1}>
      {(items) => (
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
          {items.map((pool) => (
            <Paper withBorder p="md" key={pool.id}>
              <Text fw={600}>Pool {pool.id}</Text>
              <Text size="sm" c="dimmed">
                {pool.underWay} of {pool.places} places taken · {pool.queued} waiting of {pool.artistsWaiting}{' '}
                artists · {pool.waitingSeconds} s of work
              </Text>
              {pool.places === 0 && pool.queued + pool.underWay > 0 && (
                <Text size="sm">Nobody renders for this pool at present: connect a worker.</Text>
              )}
            </Paper>
          ))}
        </SimpleGrid>
      )}
    </QueryView>
  );
}

/** The machines that render for Atelier from outside, for whoever keeps them running. */
export function WorkersPage() {
  const [{ show = 'here' }, setFilters] = useFilters(['show']);
  const workers = useQuery(workersQuery);
  return (
    <>
      <PageHeader
        title="Workers"
        lead="Machines that render from outside. One that dies costs nobody a credit: its clips go to others when its leases end."
      />
      <Stack gap="xl" maw={960}>
        <Pools />
        <Stack>
          <Group justify="space-between">
            <Title order={2} size="h4">
              Machines
            </Title>
            <SegmentedControl
              aria-label="Which machines"
              value={show}
              onChange={(value) => setFilters({ show: value })}
              data={[
                { value: 'here', label: 'Here' },
                { value: 'all', label: 'All, also gone' },
              ]}
            />
          </Group>
          <QueryView query={workers}>
            {(items) => {
              const shown = items.filter(({ state }) => show === 'all' || state !== 'gone');
              if (shown.length === 0)
                return (
                  <EmptyState title="No machine is connected">
                    Make a key below and start a worker with it; it appears here within seconds.
                  </EmptyState>
                );
              return (
                <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
                  {shown.map((worker) => (
                    <WorkerCard key={worker.id} worker={worker} />
                  ))}
                </Stack>
              );
            }}
          </QueryView>
        </Stack>
        <WorkerKeys />
      </Stack>
    </>
  );
}
