import { Button, Checkbox, Drawer, Group, Select, Stack, Tabs, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { earningQuery } from '../../api/earnings';
import { programChoicesQuery } from '../../api/programs';
import { formatMoney } from '../../ui/amounts';
import { EarningPanel } from '../../ui/earning-panel';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { QueryView } from '../../ui/query-view';
import { asOptions, oneOf, useFilters } from '../../ui/use-filters';
import { CorrectionDialog } from './correction-dialog';
import { Corrections } from './corrections';
import { EarningRows } from './earning-rows';
import {
  allEarningsQuery,
  CATEGORIES,
  csvOf,
  EARNING_STATES,
  totalsQuery,
  type Earning,
  type EarningFilter,
} from './use-earnings';

function OneEarning({ id, onCorrect }: { id: string; onCorrect: (earning: Earning) => void }) {
  return (
    <QueryView query={useQuery(earningQuery(id))}>
      {(earning) => (
        <Stack>
          <EarningPanel earning={earning} isOwn={false} />
          {(earning.state === 'due' || earning.state === 'unfunded') && (
            <Button variant="default" onClick={() => onCorrect(earning)}>
              This amount is wrong
            </Button>
          )}
        </Stack>
      )}
    </QueryView>
  );
}

/** Count and sums of everything that the filters find, whatever part of it is shown. */
function Totals({ filter }: { filter: EarningFilter }) {
  const totals = useQuery(totalsQuery(filter)).data;
  if (totals === undefined || totals.items.length === 0) return null;
  const said = totals.items.map(
    ({ count, amount, withheld, late }) =>
      `${count} ${count === 1 ? 'earning' : 'earnings'}, ${formatMoney(amount)}` +
      (withheld.amount > 0 ? `, of it ${formatMoney(withheld)} tax` : '') +
      (late > 0 ? `, ${late} late` : ''),
  );
  return (
    <Text size="sm" mb="sm" aria-live="polite" className="figures">
      {said.join(' · ')}
    </Text>
  );
}

function useEarningFilter() {
  const [filters, change] = useFilters([
    'tab',
    'program',
    'person',
    'state',
    'category',
    'late',
    'earning',
  ] as const);
  const state = oneOf(EARNING_STATES, filters.state);
  const category = oneOf(CATEGORIES, filters.category);
  const filter: EarningFilter = {
    ...(filters.program !== undefined && { programId: filters.program }),
    ...(filters.person !== undefined && { personId: filters.person }),
    ...(state && { state }),
    ...(category && { category }),
    ...(filters.late === 'yes' && { late: 'yes' as const }),
  };
  return { filters, change, filter };
}

export function EarningsPage() {
  const { filters, change, filter } = useEarningFilter();
  const programs = useQuery(programChoicesQuery).data ?? [];
  const earnings = useInfiniteQuery(allEarningsQuery(filter));
  const [wrong, setWrong] = useState<Earning | null>(null);
  const showAll = () => change({ program: null, person: null, state: null, category: null, late: null });
  return (
    <>
      <PageHeader
        title="Earnings"
        lead="What artists are owed and were paid, each with its cause and the price list it was paid by."
        action={
          <Button component="a" href={csvOf(filter)} download="earnings.csv" variant="default">
            Download CSV
          </Button>
        }
      />
      <Tabs
        value={filters.tab ?? 'all'}
        onChange={(tab) => change({ tab: tab === 'all' ? null : tab })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="all">Earnings</Tabs.Tab>
          <Tabs.Tab value="corrections">Corrections</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="all">
          <Group mb="md" align="flex-end">
            <Select
              label="Programme"
              placeholder="All"
              clearable
              data={programs.map(({ id, name }) => ({ value: id, label: name }))}
              value={filters.program ?? null}
              onChange={(program) => change({ program })}
            />
            <Select
              label="State"
              placeholder="All"
              clearable
              data={asOptions(EARNING_STATES)}
              value={filter.state ?? null}
              onChange={(state) => change({ state })}
            />
            <Select
              label="Kind of income"
              placeholder="All"
              clearable
              data={asOptions(CATEGORIES)}
              value={filter.category ?? null}
              onChange={(category) => change({ category })}
            />
            <Checkbox
              label="Late only"
              pb={8}
              checked={filter.late === 'yes'}
              onChange={(event) => change({ late: event.currentTarget.checked ? 'yes' : null })}
            />
            {filters.person !== undefined && (
              <Button variant="light" onClick={() => change({ person: null })}>
                Of everybody
              </Button>
            )}
          </Group>
          <Totals filter={filter} />
          <PagedView
            query={earnings}
            empty={
              <EmptyState
                title="No earnings"
                action={
                  Object.keys(filter).length > 0 && (
                    <Button variant="light" onClick={showAll}>
                      Show all
                    </Button>
                  )
                }
              >
                Whatever earns money by the rate card, a grant or a task stands here.
              </EmptyState>
            }
          >
            {(items) => (
              <EarningRows
                items={items}
                onOpen={(id) => change({ earning: id })}
                onPerson={(person) => change({ person })}
              />
            )}
          </PagedView>
        </Tabs.Panel>
        <Tabs.Panel value="corrections">
          <Corrections onOpen={(id) => change({ earning: id })} />
        </Tabs.Panel>
      </Tabs>
      <Drawer
        opened={filters.earning !== undefined}
        onClose={() => change({ earning: null })}
        position="right"
        size="lg"
        title="Earning"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {filters.earning !== undefined && <OneEarning id={filters.earning} onCorrect={setWrong} />}
      </Drawer>
      {wrong !== null && <CorrectionDialog earning={wrong} onClose={() => setWrong(null)} />}
    </>
  );
}
