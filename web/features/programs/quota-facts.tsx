import { Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { Credits } from '../../ui/amounts';
import { QueryView } from '../../ui/query-view';

const WINDOWS: Record<Schemas['QuotaPlanVersionView']['window'], string> = {
  day: 'every day',
  week: 'every week',
  programme: 'for the whole programme',
};

/** What can be made: the plan in a sentence, and what a second of each resolution costs. */
export function QuotaFacts({ plan }: { plan: Schemas['QuotaPlanVersionView'] }) {
  const prices = useQuery({
    queryKey: ['prices'],
    staleTime: 60_000,
    queryFn: () => unwrap(api.GET('/api/v1/prices')),
  });
  return (
    <Stack>
      <Text>
        Every artist gets <Credits value={plan.credits} /> {WINDOWS[plan.window]}, may render{' '}
        {plan.concurrency} {plan.concurrency === 1 ? 'clip' : 'clips'} at once and have {plan.queued} waiting.
        {plan.programConcurrency !== null &&
          ` All artists together have at most ${plan.programConcurrency} under way at once.`}{' '}
        Credits are held when a clip is asked for, spent when it succeeds and free again when it does not.
      </Text>
      <QueryView query={prices}>
        {(table) => (
          <Table maw={640}>
            <Table.Caption ta="left">
              <Text size="sm" c="dimmed">
                Price table {table.version}. A draft costs {table.draftPercent} % of a final.
              </Text>
            </Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Resolution</Table.Th>
                <Table.Th scope="col" ta="right">
                  Final, per second
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  Final of 10 s
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {table.perSecond.map((row) => (
                <Table.Tr key={row.resolution}>
                  <Table.Td>{row.resolution}</Table.Td>
                  <Table.Td ta="right">
                    <Credits value={row.credits} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Credits value={row.credits * 10} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </QueryView>
    </Stack>
  );
}
