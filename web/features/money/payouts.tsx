import { Table, Text } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { Money, When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';

const payoutsQuery = infiniteQueryOptions({
  queryKey: ['my-payouts'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/api/v1/me/payouts', { params: { query: { limit: 25, cursor: pageParam } } })),
  getNextPageParam: (page) => page.next,
});

/** What each state means for the one who waits for the money. */
const MEANS: Record<Schemas['PayoutView']['state'], string> = {
  draft: 'put together; a second person has to approve it',
  approved: 'approved; it is sent next',
  sending: 'on its way to the payment service',
  in_transit: 'the payment service has it',
  paid: 'it arrived',
  failed: 'it did not go through; the amount is owed to you again',
  returned: 'your bank sent it back; the amount is owed to you again',
  canceled: 'not sent; the amount is owed to you again',
  on_hold: 'it waits for an answer of the payment service',
};

export function Payouts() {
  const payouts = useInfiniteQuery(payoutsQuery);
  return (
    <PagedView
      query={payouts}
      empty={
        <EmptyState title="No payouts yet">
          What is due is put into a batch, approved by a second person, and sent. You see each step here.
        </EmptyState>
      }
    >
      {(items) => (
        <Table.ScrollContainer minWidth={560}>
          <Table aria-label="Payouts">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">State</Table.Th>
                <Table.Th scope="col">When</Table.Th>
                <Table.Th scope="col">For</Table.Th>
                <Table.Th scope="col" ta="right">
                  Amount
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((payout) => (
                <Table.Tr key={payout.id}>
                  <Table.Td>
                    <StateBadge state={payout.state} />
                    <Text size="xs" c="dimmed">
                      {payout.reason ?? MEANS[payout.state]}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <When at={payout.paidAt ?? payout.sentAt ?? payout.createdAt} />
                  </Table.Td>
                  <Table.Td className="figures">
                    {payout.earnings} {payout.earnings === 1 ? 'earning' : 'earnings'}
                  </Table.Td>
                  <Table.Td ta="right">
                    <Money value={payout.amount} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </PagedView>
  );
}
