import { Anchor, Box, Button, Drawer, Table, Text } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { earningQuery } from '../../api/earnings';
import { formatMoney, Money, When } from '../../ui/amounts';
import { EarningPanel } from '../../ui/earning-panel';
import { EmptyState } from '../../ui/empty-state';
import { PagedView } from '../../ui/paged-view';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { useFilters } from '../../ui/use-filters';

const earningsQuery = infiniteQueryOptions({
  queryKey: ['earnings'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/api/v1/earnings', { params: { query: { limit: 25, cursor: pageParam } } })),
  getNextPageParam: (page) => page.next,
});

function State({ earning }: { earning: Schemas['EarningView'] }) {
  return (
    <>
      <StateBadge state={earning.state} />
      {earning.state === 'due' && (
        <Text size="xs" c="dimmed">
          {new Date(earning.dueAt) <= new Date() ? (
            'goes into the next batch'
          ) : (
            <>
              goes into a batch <When at={earning.dueAt} />
            </>
          )}
        </Text>
      )}
      {earning.daysLate > 0 && earning.paidAt === null && (
        <Text size="xs">
          {earning.daysLate} days late
          {earning.lateSoFar !== null && `, ${formatMoney(earning.lateSoFar)} is added for the wait`}
        </Text>
      )}
      {earning.state === 'unfunded' && (
        <Text size="xs" c="dimmed">
          owed; waits for the fund
        </Text>
      )}
    </>
  );
}

function EarningRow({ earning, onOpen }: { earning: Schemas['EarningView']; onOpen: () => void }) {
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component="button" type="button" inherit ta="left" onClick={onOpen}>
          {earning.because}
        </Anchor>
        <Text size="xs" c="dimmed">
          {earning.programName}, <When at={earning.earnedAt} />
        </Text>
        <Box hiddenFrom="sm" mt={4}>
          <State earning={earning} />
        </Box>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <State earning={earning} />
      </Table.Td>
      <Table.Td ta="right">
        <Money value={earning.amount} />
        {earning.withheld.amount > 0 && (
          <Text size="xs" c="dimmed">
            {formatMoney(earning.withheld)} tax withheld
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function OneEarning({ id }: { id: string }) {
  return (
    <QueryView query={useQuery(earningQuery(id))}>
      {(earning) => <EarningPanel earning={earning} isOwn />}
    </QueryView>
  );
}

/** What one earned, each with its cause. */
export function Earnings() {
  const earnings = useInfiniteQuery(earningsQuery);
  const [{ earning: open }, change] = useFilters(['earning'] as const);
  return (
    <>
      <Drawer
        opened={open !== undefined}
        onClose={() => change({ earning: null })}
        position="right"
        title="Earning"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {open !== undefined && <OneEarning id={open} />}
      </Drawer>
      <PagedView
        query={earnings}
        empty={
          <EmptyState
            title="Nothing earned yet"
            action={
              <Button variant="light" renderRoot={(props) => <Link to="/studio/feedback" {...props} />}>
                Give paid feedback
              </Button>
            }
          >
            Accepted feedback is paid. Each amount will stand here with what it is for.
          </EmptyState>
        }
      >
        {(items) => (
          <Table aria-label="Earnings">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">For</Table.Th>
                <Table.Th scope="col" w={190} visibleFrom="sm">
                  State
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  Amount
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((earning) => (
                <EarningRow
                  key={earning.id}
                  earning={earning}
                  onOpen={() => change({ earning: earning.id })}
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </PagedView>
    </>
  );
}
