import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { When } from '../../ui/amounts';
import { StateBadge } from '../../ui/state-badge';
import { timeRange } from '../../ui/timecode';
import { STATES, type Statement } from './use-redress';

const AUTOMATION: Record<Statement['automation'], string> = {
  none: 'A person decided.',
  partly: 'Software took part; a person decided.',
  fully: 'Software decided, by a published rule.',
};

const SOURCE: Record<Statement['source'], string> = {
  own: 'The programme found it itself.',
  notice: 'Somebody gave notice of it.',
  flagger: 'A trusted flagger gave notice of it.',
  other: 'It came to light in another way.',
};

const day = (at: string) => new Date(at).toLocaleDateString(undefined, { dateStyle: 'long' });
const inWords = (word: string) =>
  word
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();

function Part({ title, children }: { title: string; children: string }) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{children}</Text>
    </div>
  );
}

function Rule({ rule, rulings }: { rule: Statement['rule']; rulings: readonly string[] }) {
  return (
    <Paper withBorder p="sm">
      <Text fw={600}>{rule.id}</Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {rule.text}
      </Text>
      <Text size="xs" c="dimmed">
        {rule.source === 'clause' && `Clause of the terms, version ${rule.version ?? '?'}`}
        {rule.source === 'law' && 'A law'}
        {rule.source === 'criterion' && 'A criterion that was published beforehand'}
        {rulings.length > 0 && ` · with the rulings ${rulings.join(', ')}`}
      </Text>
    </Paper>
  );
}

/** What was decided upon, as it stood. Only plain values are shown here; the file to keep has all. */
function Snapshot({ snapshot }: { snapshot: Statement['snapshot'] }) {
  const plain = Object.entries(snapshot).filter(
    (entry): entry is [string, string | number | boolean] =>
      ['string', 'number', 'boolean'].includes(typeof entry[1]) && entry[1] !== '',
  );
  if (plain.length === 0) return null;
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        What was decided upon, as it stood
      </Text>
      {plain.map(([name, value]) => (
        <Text key={name} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {inWords(name)}: {String(value)}
        </Text>
      ))}
    </Stack>
  );
}

function Dates({ statement }: { statement: Statement }) {
  const { endsAt, appealUntil, decidedAt, decidedByRole, confirmedByRole } = statement;
  return (
    <Text size="sm" c="dimmed">
      Decided <When at={decidedAt} /> by {decidedByRole === 'system' ? 'the system' : `a ${decidedByRole}`}
      {confirmedByRole !== null && `, confirmed by a second person, a ${confirmedByRole}`}.{' '}
      {AUTOMATION[statement.automation]} {SOURCE[statement.source]}{' '}
      {endsAt !== null && `It ends by itself on ${day(endsAt)}. `}
      An appeal is heard until {day(appealUntil)}, by somebody who took no part.
    </Text>
  );
}

/** A statement of reasons, whole: what follows, the rule as it read, what was found, what would change it. */
export function StatementPanel({ statement }: { statement: Statement }) {
  const { state, says, scope, ground, groundSays, rule, rulings, facts, timecodes, remedy } = statement;
  return (
    <Paper withBorder p="lg" component="section" aria-label="Statement of reasons">
      <Stack gap="sm">
        <Group gap="xs">
          <Title order={2} size="h4">
            Statement of reasons
          </Title>
          <StateBadge state={state} />
        </Group>
        <Text>{says}</Text>
        {scope !== says && <Part title="What exactly is restricted">{scope}</Part>}
        {statement.territories !== null && <Part title="Where">{statement.territories.join(', ')}</Part>}
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <Badge variant="default" styles={{ label: { textTransform: 'none' } }}>
            {ground}
          </Badge>
          <Text size="sm">{groundSays}</Text>
        </Group>
        <Rule rule={rule} rulings={rulings} />
        <Part title="What was found">{facts}</Part>
        {timecodes.length > 0 && (
          <Text size="sm">
            Where in the clip:{' '}
            {timecodes.map(({ at, until }) => timeRange(until === null ? { at } : { at, until })).join(', ')}
          </Text>
        )}
        <Part title="What would change it">{remedy}</Part>
        <Part title="What an appeal that succeeds brings back">{statement.restores}</Part>
        <Snapshot snapshot={statement.snapshot} />
        <Dates statement={statement} />
        <Text size="sm" c="dimmed">
          Where it stands: {STATES[state]}.
        </Text>
        <Group>
          <Button
            component="a"
            variant="light"
            href={`/api/v1/reasons/${statement.id}/file`}
            download={`${statement.id}.json`}
          >
            Keep it as a file
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
