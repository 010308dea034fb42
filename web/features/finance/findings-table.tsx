import { Anchor, Badge, Code, Group, Stack, Table, Text } from '@mantine/core';
import { Money } from '../../ui/amounts';
import { StateBadge } from '../../ui/state-badge';
import { VerbButtons } from '../../ui/verb-buttons';
import { LOOKS } from './finding-dialog';
import type { Finding, FindingSum, FindingVerb } from './use-reconciliation';

const COLORS: Record<Finding['match'], string> = {
  matched: 'green',
  pending: 'blue',
  missing_there: 'red',
  missing_here: 'red',
  differs: 'red',
  unknown: 'yellow',
};

const BUTTONS = {
  explain: { label: LOOKS.explain.label },
  accept: { label: LOOKS.accept.label },
  send_back: { label: LOOKS.send_back.label, variant: 'default' },
} as const;

export function Match({ match }: { match: Finding['match'] }) {
  return (
    <Badge color={COLORS[match]} variant="dot" styles={{ label: { textTransform: 'none' } }}>
      {match.replaceAll('_', ' ')}
    </Badge>
  );
}

/** Seconds in words: `3 d`, `5 h`, `2 min`. */
function ageOf(seconds: number): string {
  if (seconds >= 86_400) return `${Math.floor(seconds / 86_400)} d`;
  return seconds >= 3_600 ? `${Math.floor(seconds / 3_600)} h` : `${Math.floor(seconds / 60)} min`;
}

/** Of the whole filtered set; amounts of different currencies are not added. */
export function Sums({ sums }: { sums: readonly FindingSum[] }) {
  return (
    <Group gap="lg" aria-live="polite">
      {sums.map(({ match, count, ours, theirs }) => (
        <Text key={match + ours.currency} size="sm" className="figures">
          {count} {match.replaceAll('_', ' ')}: ours <Money value={ours} />, theirs <Money value={theirs} />
        </Text>
      ))}
    </Group>
  );
}

export function FindingsTable({
  items,
  onPayout,
  onAct,
}: {
  items: readonly Finding[];
  onPayout: (id: string) => void;
  onAct: (finding: Finding, verb: FindingVerb) => void;
}) {
  return (
    <Table.ScrollContainer minWidth={860}>
      <Table verticalSpacing="sm" highlightOnHover aria-label="Findings">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>What</Table.Th>
            <Table.Th>Rail</Table.Th>
            <Table.Th ta="right">Ours</Table.Th>
            <Table.Th ta="right">Theirs</Table.Th>
            <Table.Th>Says</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th>Steps</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((finding) => (
            <Table.Tr key={finding.id}>
              <Table.Td>
                <Subject finding={finding} onPayout={onPayout} />
              </Table.Td>
              <Table.Td>{finding.rail.replaceAll('_', ' ')}</Table.Td>
              <Table.Td ta="right">{finding.ours === null ? '–' : <Money value={finding.ours} />}</Table.Td>
              <Table.Td ta="right">
                {finding.theirs === null ? '–' : <Money value={finding.theirs} />}
              </Table.Td>
              <Table.Td>
                <Match match={finding.match} />
                <Text size="sm">{finding.note}</Text>
              </Table.Td>
              <Table.Td>
                <StateBadge state={finding.state} />
                {finding.age !== null && <Text size="sm">for {ageOf(finding.age)}</Text>}
                {finding.explanation !== null && (
                  <Text size="sm">
                    {finding.explainedBy}: “{finding.explanation}”
                    {finding.acceptedBy !== null && ` Agreed by ${finding.acceptedBy}.`}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <VerbButtons
                  available={finding.available}
                  looks={BUTTONS}
                  isBusy={false}
                  onAct={(verb) => onAct(finding, verb as FindingVerb)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Subject({ finding, onPayout }: { finding: Finding; onPayout: (id: string) => void }) {
  const { payoutId, kind, subject, person } = finding;
  if (kind === 'balance') return <>Balance in {subject}</>;
  if (payoutId === null) return <Code>{subject}</Code>;
  return (
    <Stack gap={0}>
      <Anchor inherit component="button" type="button" onClick={() => onPayout(payoutId)}>
        <Code>{payoutId.slice(-8)}</Code>
      </Anchor>
      <Text size="sm">{person}</Text>
    </Stack>
  );
}
