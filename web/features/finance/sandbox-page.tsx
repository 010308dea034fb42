import { Alert, Button, Code, Select, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { Money, When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { useFilters } from '../../ui/use-filters';
import { PayoutDrawer } from './payout-drawer';
import { transfersQuery } from './use-finance';

type Mood = Schemas['SandboxMoodView']['mood'];

const MOODS: { value: Mood; label: string }[] = [
  { value: 'normal', label: 'Normal: it does what it is asked' },
  { value: 'no_funds', label: 'No money left: batches pause' },
  { value: 'down', label: 'Down: it does not answer' },
  { value: 'forgetful', label: 'Forgetful: it pays, and the answer gets lost' },
];

const moodQuery = {
  queryKey: ['sandbox-mood'],
  queryFn: () => unwrap(api.GET('/api/v1/sandbox/mood')),
};

function MoodForm() {
  const queries = useQueryClient();
  const mood = useQuery(moodQuery);
  const set = useMutation({
    mutationFn: (next: Mood) => unwrap(api.PUT('/api/v1/sandbox/mood', { body: { mood: next } })),
    onSuccess: () => notifications.show({ message: 'The sandbox answers like this from now on.' }),
    onSettled: () => queries.invalidateQueries({ queryKey: moodQuery.queryKey }),
  });
  return (
    <Stack gap="xs">
      {set.isError && <ProblemNote error={set.error} />}
      <Select
        label="How the sandbox answers"
        maw={460}
        allowDeselect={false}
        data={MOODS}
        value={mood.data?.mood ?? 'normal'}
        disabled={mood.isPending || set.isPending}
        onChange={(next) => next !== null && set.mutate(next)}
      />
      {mood.data !== undefined && mood.data.mood !== 'normal' && (
        <Alert color="yellow" variant="light">
          Payouts through the sandbox do not go as usual while this is set.
        </Alert>
      )}
    </Stack>
  );
}

/** Where an operator plays the bank: lets a transfer arrive, fail, wait or come back, and the whole bank misbehave. */
export function SandboxPage() {
  const [filters, change] = useFilters(['payout'] as const);
  const transfers = useQuery({ ...transfersQuery, refetchInterval: 3_000 });
  return (
    <>
      <PageHeader
        title="Sandbox bank"
        lead="A practice bank: no real money moves. Play what a real one may do, and see how payouts take it."
      />
      <Stack gap="lg">
        <MoodForm />
        <QueryView query={transfers}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title="No transfers yet">Approve a batch that goes through the sandbox.</EmptyState>
            ) : (
              <Table.ScrollContainer minWidth={640}>
                <Table aria-label="Transfers">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>Payout</Table.Th>
                      <Table.Th ta="right">Amount</Table.Th>
                      <Table.Th>State</Table.Th>
                      <Table.Th>Arrives</Table.Th>
                      <Table.Th>Play the bank</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map((transfer) => (
                      <Table.Tr key={transfer.id}>
                        <Table.Td>
                          <Code>{transfer.payoutId.slice(-8)}</Code>
                        </Table.Td>
                        <Table.Td ta="right">
                          <Money value={transfer.amount} />
                        </Table.Td>
                        <Table.Td>
                          <StateBadge state={transfer.state} />
                          {transfer.reason !== null && <Text size="xs">{transfer.reason}</Text>}
                        </Table.Td>
                        <Table.Td>
                          <When at={transfer.settlesAt} />
                        </Table.Td>
                        <Table.Td>
                          <Button
                            size="compact-sm"
                            variant="light"
                            aria-label={`Open payout ${transfer.payoutId.slice(-8)}`}
                            onClick={() => change({ payout: transfer.payoutId })}
                          >
                            Open
                          </Button>
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            )
          }
        </QueryView>
      </Stack>
      <PayoutDrawer id={filters.payout ?? null} onClose={() => change({ payout: null })} />
    </>
  );
}
