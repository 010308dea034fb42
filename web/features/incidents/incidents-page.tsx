import { Anchor, Group, Paper, SegmentedControl, Stack, Tabs, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';
import { oneOf, useFilters } from '../../ui/use-filters';
import { BlastRadius } from './blast-radius';
import { PausePanel } from './pause-panel';
import { SignalsPanel } from './signals-panel';
import { TrapsPanel } from './traps-panel';
import { CAUSES, incidentsQuery, STATES, type Incident } from './use-incidents';

const TABS = ['incidents', 'signals', 'pause', 'baits'] as const;

function Row({ incident }: { incident: Incident }) {
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={4}>
          <Group gap="xs">
            <Anchor component={Link} to={`/manage/incidents/${incident.id}`} fw={600}>
              {incident.personName ?? 'Nobody'}’s {incident.keyName ?? 'bait'}
            </Anchor>
            <StateBadge state={incident.state === 'open' ? 'needs_a_look' : incident.state} />
          </Group>
          <Text size="sm">{incident.reason}</Text>
          <Text size="sm" c="dimmed">
            {CAUSES[incident.cause]}, stopped <When at={incident.openedAt} />
          </Text>
        </Stack>
        <BlastRadius incident={incident} />
      </Group>
    </Paper>
  );
}

function IncidentList() {
  const [{ state: chosen }, setFilter] = useFilters(['state']);
  const state = oneOf(STATES, chosen);
  const incidents = useInfiniteQuery(incidentsQuery(state));
  return (
    <Stack>
      <SegmentedControl
        aria-label="State"
        value={state ?? 'all'}
        onChange={(value) => setFilter({ state: value === 'all' ? null : value })}
        data={['all', ...STATES].map((value) => ({ value, label: value === 'open' ? 'to look at' : value }))}
        style={{ alignSelf: 'flex-start' }}
      />
      <PagedView
        query={incidents}
        empty={
          <EmptyState title="No incident">
            A key in wrong hands is stopped by itself and appears here, with what it did and whom it touched.
          </EmptyState>
        }
      >
        {(items) => (
          <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map((incident) => (
              <Row key={incident.id} incident={incident} />
            ))}
          </Stack>
        )}
      </PagedView>
    </Stack>
  );
}

/** Keys in wrong hands: one is stopped, nobody else is. */
export function IncidentsPage() {
  const [{ tab: chosen }, setFilter] = useFilters(['tab']);
  const tab = oneOf(TABS, chosen) ?? 'incidents';
  return (
    <>
      <PageHeader
        title="Incidents"
        lead="One leaked key is one key to stop. Its owner goes on with a new one, and nobody else notices."
      />
      <Tabs
        value={tab}
        onChange={(next) => setFilter({ tab: next === 'incidents' ? null : next })}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="incidents">Incidents</Tabs.Tab>
          <Tabs.Tab value="signals">Signals</Tabs.Tab>
          <Tabs.Tab value="pause">Pause a programme</Tabs.Tab>
          <Tabs.Tab value="baits">Baits</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="incidents">
          <IncidentList />
        </Tabs.Panel>
        <Tabs.Panel value="signals">
          <SignalsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="pause">
          <PausePanel />
        </Tabs.Panel>
        <Tabs.Panel value="baits">
          <TrapsPanel />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
