import { Anchor, Code, Group, SimpleGrid, Stack, Table, Text, Timeline, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { When } from '../../ui/amounts';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { BlastRadius } from './blast-radius';
import { Decide } from './decide';
import { CAUSES, incidentQuery, type IncidentDetail } from './use-incidents';

const KINDS: Readonly<Record<string, string>> = {
  opened: 'The key was stopped',
  reported: 'It was reported again',
  'generation.cancelled': 'Its work was cancelled',
  confirmed: 'Closed: it was in wrong hands',
  dismissed: 'Closed: a false alarm',
};

const words = (name: string): string => name.replaceAll(/([A-Z]|\d+)/g, ' $1').toLowerCase();

const valueOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(String).join(', ') : `${value as string | number | boolean}`;

/** What was counted stands one level deeper than what was said. */
const flat = (values: Record<string, unknown>): [string, unknown][] =>
  Object.entries(values).flatMap(([name, value]): [string, unknown][] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? flat(value as Record<string, unknown>)
      : [[name, value]],
  );

/** Of what was counted, what was not nothing. */
const countedOf = (evidence: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    flat(evidence).filter(
      ([name, value]) => value !== 0 && value !== false && !['keyId', 'state'].includes(name),
    ),
  );

function Values({ values }: { values: Record<string, unknown> }) {
  const rows = flat(values).filter(([, value]) => value !== null && value !== '');
  if (rows.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {rows.map(([name, value]) => `${words(name)}: ${valueOf(value)}`).join(' · ')}
    </Text>
  );
}

function Evidence({ incident }: { incident: IncidentDetail }) {
  return (
    <Stack>
      <Title order={2} size="h4">
        Evidence
      </Title>
      <Values values={countedOf(incident.evidence)} />
      {incident.sources.length === 0 && <Text size="sm">Nobody has used it since it became suspect.</Text>}
      {incident.sources.length > 0 && (
        <Table.ScrollContainer minWidth={420}>
          <Table>
            <Table.Caption>Who used the key since it became suspect, busiest first</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Network</Table.Th>
                <Table.Th>Carrier</Table.Th>
                <Table.Th>Program</Table.Th>
                <Table.Th ta="right">Calls</Table.Th>
                <Table.Th ta="right">Refused</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {incident.sources.map(({ network, carrier, agent, calls, refused }) => (
                <Table.Tr key={`${network} ${agent}`}>
                  <Table.Td>
                    <Code>{network}</Code>
                  </Table.Td>
                  <Table.Td>{carrier === null ? 'not known' : `AS${carrier}`}</Table.Td>
                  <Table.Td>{agent}</Table.Td>
                  <Table.Td ta="right">{calls}</Table.Td>
                  <Table.Td ta="right">{refused}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}

function Story({ incident }: { incident: IncidentDetail }) {
  return (
    <Stack>
      <Title order={2} size="h4">
        Timeline
      </Title>
      <Timeline active={incident.timeline.length} bulletSize={14} lineWidth={2}>
        {incident.timeline.map(({ at, kind, actor, details }) => (
          <Timeline.Item key={`${at} ${kind}`} title={KINDS[kind] ?? kind.replaceAll(/[._]/g, ' ')}>
            <Text size="sm">
              by {actor}, <When at={at} />
            </Text>
            <Values values={details} />
          </Timeline.Item>
        ))}
      </Timeline>
    </Stack>
  );
}

/** One incident: whom it touched, what happened when, and what the key did. */
export function IncidentPage() {
  const { incidentId = '' } = useParams({ strict: false });
  const query = useQuery(incidentQuery(incidentId));
  return (
    <>
      <Anchor component={Link} to="/manage/incidents" size="sm">
        All incidents
      </Anchor>
      <QueryView query={query}>
        {(incident) => (
          <Stack gap="xl">
            <PageHeader
              title={`${incident.personName ?? 'Nobody'}’s ${incident.keyName ?? 'bait'}`}
              lead={incident.reason}
              action={<BlastRadius incident={incident} />}
            />
            <Group>
              <StateBadge state={incident.state === 'open' ? 'needs_a_look' : incident.state} />
              <Text size="sm" c="dimmed">
                {CAUSES[incident.cause]}, stopped <When at={incident.openedAt} />; {incident.refusedSince}{' '}
                {incident.refusedSince === 1 ? 'call' : 'calls'} refused since. Its owner’s session, other
                keys, reviews and pay were not touched.
              </Text>
            </Group>
            <Decide incident={incident} />
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
              <Story incident={incident} />
              <Evidence incident={incident} />
            </SimpleGrid>
          </Stack>
        )}
      </QueryView>
    </>
  );
}
