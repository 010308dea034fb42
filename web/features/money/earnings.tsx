import { Button, Table, Text } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { Money, When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';

const earningsQuery = infiniteQueryOptions({
  queryKey: ['earnings'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/api/v1/earnings', { params: { query: { limit: 25, cursor: pageParam } } })),
  getNextPageParam: (page) => page.next,
});

function causeOf({ causeType, rateItem, evidence }: Schemas['EarningView']): string {
  if (causeType !== 'feedback') return causeType.replaceAll('_', ' ');
  const { type } = evidence;
  const kind = typeof type === 'string' ? type : 'item';
  return rateItem === 'feedback.duplicate'
    ? `Feedback (${kind}), reported before`
    : `Feedback (${kind}), accepted`;
}

function EarningRow({ earning }: { earning: Schemas['EarningView'] }) {
  return (
    <Table.Tr>
      <Table.Td>
        {causeOf(earning)}
        {earning.rateCardVersion !== null && (
          <Text size="xs" c="dimmed">
            {earning.rateItem}, rate card version {earning.rateCardVersion}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <When at={earning.earnedAt} />
      </Table.Td>
      <Table.Td>
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
        {earning.state === 'unfunded' && (
          <Text size="xs" c="dimmed">
            owed; waits for the fund
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">
        <Money value={earning.amount} />
      </Table.Td>
    </Table.Tr>
  );
}

/** What one earned, each with its cause. */
export function Earnings() {
  const earnings = useInfiniteQuery(earningsQuery);
  return (
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
        <Table.ScrollContainer minWidth={560}>
          <Table aria-label="Earnings">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">For</Table.Th>
                <Table.Th scope="col">Earned</Table.Th>
                <Table.Th scope="col">State</Table.Th>
                <Table.Th scope="col" ta="right">
                  Amount
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((earning) => (
                <EarningRow key={earning.id} earning={earning} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </PagedView>
  );
}
