import { Group, Select, Stack, Tabs, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { programChoicesQuery } from '../../api/programs';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { asOptions, oneOf, useFilters } from '../../ui/use-filters';
import { FormRows } from './form-rows';
import { FormDrawer } from './form-drawer';
import { Missing } from './missing';
import { TaxRules } from './tax-rules';
import { TaxSettings } from './tax-settings';
import { FORM_STATES, formsQuery } from './use-tax';

function Forms({
  state,
  onState,
  onOpen,
}: {
  state: string | undefined;
  onState: (state: string | null) => void;
  onOpen: (id: string) => void;
}) {
  const known = oneOf(FORM_STATES, state);
  return (
    <Stack>
      <Group>
        <Select
          label="State"
          placeholder="All"
          clearable
          data={asOptions(FORM_STATES)}
          value={known ?? null}
          onChange={onState}
        />
      </Group>
      <PagedView
        query={useInfiniteQuery(formsQuery(known))}
        empty={
          <EmptyState title="No forms">
            Forms that artists hand in wait here for somebody to look at them.
          </EmptyState>
        }
      >
        {(items) => <FormRows items={items} onOpen={onOpen} />}
      </PagedView>
    </Stack>
  );
}

/** Finance's desk for tax: whose money waits, which forms to look at, by whose rules each programme pays. */
export function TaxDeskPage() {
  const [filters, change] = useFilters(['tab', 'program', 'state', 'form'] as const);
  const programs = useQuery(programChoicesQuery).data ?? [];
  const options = programs.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PageHeader
        title="Tax"
        lead="Whose money waits for a form, what was handed in, and what is withheld."
      />
      <Tabs
        value={filters.tab ?? 'missing'}
        onChange={(tab) => change({ tab: tab === 'missing' ? null : tab })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="missing">Missing</Tabs.Tab>
          <Tabs.Tab value="forms">Forms</Tabs.Tab>
          <Tabs.Tab value="programmes">Programmes</Tabs.Tab>
          <Tabs.Tab value="rules">Rules</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="missing">
          <Missing program={filters.program} options={options} onProgram={(program) => change({ program })} />
        </Tabs.Panel>
        <Tabs.Panel value="forms">
          <Forms
            state={filters.state}
            onState={(state) => change({ state })}
            onOpen={(form) => change({ form })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="programmes">
          <Stack>
            <Select
              label="Programme"
              maw={320}
              data={options}
              value={filters.program ?? null}
              onChange={(program) => change({ program })}
            />
            {filters.program === undefined ? (
              <Text c="dimmed">Choose a programme to see by whose rules it pays.</Text>
            ) : (
              <TaxSettings key={filters.program} programId={filters.program} />
            )}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <TaxRules />
        </Tabs.Panel>
      </Tabs>
      {filters.form !== undefined && <FormDrawer id={filters.form} onClose={() => change({ form: null })} />}
    </>
  );
}
