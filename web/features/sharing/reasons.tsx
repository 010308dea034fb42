import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Schemas } from '../../api/client';
import { policyQuery, termsQuery } from '../../api/programs';
import { When } from '../../ui/amounts';
import { timeRange } from '../../ui/timecode';

type Reasons = Schemas['ReasonsView'];

/** The clause as it stood in the version that is cited. */
function Clause({ programId, reasons }: { programId: string; reasons: Reasons }) {
  const terms = useQuery(termsQuery(programId, reasons.termsVersion));
  const clause = terms.data?.clauses.find(({ id }) => id === reasons.clauseId);
  return (
    <Paper withBorder p="sm">
      <Text fw={600}>
        {reasons.clauseId}
        {clause !== undefined && `: ${clause.title}`}
      </Text>
      {clause !== undefined && <Text size="sm">{clause.text}</Text>}
      <Text size="xs" c="dimmed">
        Terms version {reasons.termsVersion}
      </Text>
    </Paper>
  );
}

function Part({ title, children }: { title: string; children: string }) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text style={{ whiteSpace: 'pre-wrap' }}>{children}</Text>
    </div>
  );
}

/** The statement of reasons in full: ground, clause, what was seen and where, how to mend it, until when to appeal. */
export function ReasonsCard({
  programId,
  reasons,
  onSeek,
}: {
  programId: string;
  reasons: Reasons;
  onSeek: (seconds: number) => void;
}) {
  const policy = useQuery(policyQuery);
  const ground = policy.data?.grounds.find(({ name }) => name === reasons.ground);
  return (
    <Paper withBorder p="lg" component="section">
      <Stack gap="sm">
        <Title order={2} size="h4">
          Statement of reasons
        </Title>
        <Group gap="xs">
          <Badge variant="default" styles={{ label: { textTransform: 'none' } }}>
            {reasons.ground}
          </Badge>
          <Text size="sm">{ground?.means}</Text>
        </Group>
        <Clause programId={programId} reasons={reasons} />
        <Part title="What was seen">{reasons.facts}</Part>
        {reasons.timecodes.length > 0 && (
          <Group gap="xs">
            <Text size="sm">Where:</Text>
            {reasons.timecodes.map(({ at, until }) => (
              <Button key={`${at}-${until}`} size="compact-sm" variant="default" onClick={() => onSeek(at)}>
                {timeRange({ at, until })}
              </Button>
            ))}
          </Group>
        )}
        <Part title="How to mend it">{reasons.remedy}</Part>
        <Text size="sm" c="dimmed">
          {reasons.isAutomated
            ? 'Software took part in this decision. '
            : 'A person decided; no software took part. '}
          You can appeal until{' '}
          {new Date(reasons.appealUntil).toLocaleDateString(undefined, { dateStyle: 'long' })} (
          <When at={reasons.appealUntil} />
          ); another person hears it.
        </Text>
      </Stack>
    </Paper>
  );
}
