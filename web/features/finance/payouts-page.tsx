import { Anchor, Button, Code, Group, Select, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Money, When, formatMoney } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';
import { asOptions, oneOf, useFilters } from '../../ui/use-filters';
import { PayoutDrawer } from './payout-drawer';
import {
  PAYOUT_STATES,
  payoutsQuery,
  usePrograms,
  type Money as Amount,
  type Payout,
  type PayoutFilter,
} from './use-finance';

/** Sums of a list, one per currency: amounts of different currencies are not added. */
function sums(items: readonly Payout[]): Amount[] {
  const totals = new Map<Amount['currency'], number>();
  for (const { amount } of items)
    totals.set(amount.currency, (totals.get(amount.currency) ?? 0) + amount.amount);
  return [...totals].map(([currency, amount]) => ({ currency, amount }));
}

function Register({
  items,
  hasMore,
  onOpen,
  onPerson,
}: {
  items: readonly Payout[];
  hasMore: boolean;
  onOpen: (id: string) => void;
  onPerson: (id: string) => void;
}) {
  const shown = `${items.length} ${items.length === 1 ? 'payout' : 'payouts'}`;
  return (
    <>
      <Text size="sm" aria-live="polite" className="figures">
        {shown} shown{hasMore ? ' so far' : ''}, {sums(items).map(formatMoney).join(' + ')}
        {hasMore ? '. There are more; the CSV has all of them.' : '.'}
      </Text>
      <Table.ScrollContainer minWidth={720}>
        <Table verticalSpacing="sm" highlightOnHover stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Payout</Table.Th>
              <Table.Th>Artist</Table.Th>
              <Table.Th ta="right">Amount</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th>Drafted</Table.Th>
              <Table.Th>Arrived</Table.Th>
              <Table.Th>Rail</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((payout) => (
              <Table.Tr key={payout.id}>
                <Table.Td>
                  <Anchor inherit component="button" type="button" onClick={() => onOpen(payout.id)}>
                    <Code>{payout.id.slice(-8)}</Code>
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  <Anchor inherit component="button" type="button" onClick={() => onPerson(payout.person.id)}>
                    {payout.person.name}
                  </Anchor>
                </Table.Td>
                <Table.Td ta="right">
                  <Money value={payout.amount} />
                </Table.Td>
                <Table.Td>
                  <StateBadge state={payout.state} />
                </Table.Td>
                <Table.Td>
                  <When at={payout.createdAt} />
                </Table.Td>
                <Table.Td>{payout.paidAt === null ? '–' : <When at={payout.paidAt} />}</Table.Td>
                <Table.Td>{payout.rail ?? '–'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}

/** Address of the register as CSV, with the filters of the page. */
const csvOf = (filter: PayoutFilter): string =>
  `/api/v1/readings/payouts/csv?${new URLSearchParams({ ...filter }).toString()}`;

export function PayoutsPage() {
  const [filters, change] = useFilters(['state', 'program', 'person', 'batch', 'payout'] as const);
  const { options } = usePrograms();
  const state = oneOf(PAYOUT_STATES, filters.state);
  const filter: PayoutFilter = {
    ...(state && { state }),
    ...(filters.program !== undefined && { programId: filters.program }),
    ...(filters.person !== undefined && { personId: filters.person }),
    ...(filters.batch !== undefined && { batchId: filters.batch }),
  };
  const payouts = useInfiniteQuery(payoutsQuery(filter));
  const isFiltered = Object.keys(filter).length > 0;
  const person = payouts.data?.pages[0]?.items[0]?.person;
  const showAll = () => change({ state: null, program: null, person: null, batch: null });
  return (
    <>
      <PageHeader
        title="Payouts"
        lead="Every payment to an artist, down to its earnings and ledger entries."
        action={
          <Button
            component="a"
            href={csvOf(filter)}
            download="payouts.csv"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            CSV of this list
          </Button>
        }
      />
      <Group mb="md" align="flex-end">
        <Select
          label="State"
          placeholder="All"
          clearable
          data={asOptions(PAYOUT_STATES)}
          value={state ?? null}
          onChange={(next) => change({ state: next })}
        />
        <Select
          label="Programme"
          placeholder="All"
          clearable
          data={options}
          value={filters.program ?? null}
          onChange={(program) => change({ program })}
        />
        {filters.person !== undefined && (
          <Button variant="default" onClick={() => change({ person: null })}>
            {`Only ${person?.name ?? 'one artist'} ×`}
          </Button>
        )}
        {filters.batch !== undefined && (
          <Button variant="default" onClick={() => change({ batch: null })}>
            Only one batch ×
          </Button>
        )}
      </Group>
      <PagedView
        query={payouts}
        empty={
          <EmptyState
            title={isFiltered ? 'No payout fits these filters' : 'No payouts yet'}
            action={
              isFiltered && (
                <Button variant="light" onClick={showAll}>
                  Show all
                </Button>
              )
            }
          >
            Payouts come into being when a batch is drafted.
          </EmptyState>
        }
      >
        {(items) => (
          <Register
            items={items}
            hasMore={payouts.hasNextPage}
            onOpen={(payout) => change({ payout })}
            onPerson={(id) => change({ person: id })}
          />
        )}
      </PagedView>
      <PayoutDrawer id={filters.payout ?? null} onClose={() => change({ payout: null })} />
    </>
  );
}
