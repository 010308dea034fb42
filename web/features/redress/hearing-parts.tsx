import { Badge, Blockquote, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { When } from '../../ui/amounts';
import { StateBadge } from '../../ui/state-badge';
import { KINDS, type Hearing } from './use-redress';

/** When an appeal is to be answered; a late one stays late. */
export function Due({ hearing }: { hearing: Hearing }) {
  if (hearing.closedAt !== null)
    return (
      <Text size="sm" c="dimmed">
        closed <When at={hearing.closedAt} />
        {hearing.isLate && ', late'}
      </Text>
    );
  return (
    <Badge
      color={hearing.isLate ? 'red' : 'gray'}
      variant="dot"
      styles={{ label: { textTransform: 'none' } }}
    >
      {hearing.isLate ? 'late, due ' : 'due '}
      <When at={hearing.dueAt} />
    </Badge>
  );
}

/** One appeal in a list. */
export function HearingRow({ hearing, to }: { hearing: Hearing; to: string }) {
  return (
    <Paper withBorder p="md" component="li">
      <Group gap="xs" mb={4}>
        <Title order={2} size="h5">
          <Link to={to}>{KINDS[hearing.kind]}</Link>
        </Title>
        <StateBadge state={hearing.state} />
        <Due hearing={hearing} />
        {hearing.isMine && (
          <Badge variant="outline" styles={{ label: { textTransform: 'none' } }}>
            yours
          </Badge>
        )}
      </Group>
      <Text size="sm" lineClamp={2}>
        {hearing.grounds}
      </Text>
    </Paper>
  );
}

/** Why it was appealed, and the answer once there is one. */
export function Case({ hearing, mine }: { hearing: Hearing; mine: boolean }) {
  return (
    <Paper withBorder p="lg" component="section">
      <Stack gap="sm">
        <Group gap="xs">
          <Title order={2} size="h4">
            {mine ? 'Your appeal' : `Why ${hearing.statement.artist ?? 'the artist'} appeals`}
          </Title>
          <StateBadge state={hearing.state} />
          <Due hearing={hearing} />
        </Group>
        <Blockquote p="sm" color="gray" style={{ whiteSpace: 'pre-wrap' }}>
          {hearing.grounds}
        </Blockquote>
        <Text size="xs" c="dimmed">
          Filed <When at={hearing.createdAt} />
        </Text>
        {hearing.reasons !== null && (
          <div>
            <Text size="sm" fw={600}>
              The answer
            </Text>
            <Text style={{ whiteSpace: 'pre-wrap' }}>{hearing.reasons}</Text>
          </div>
        )}
      </Stack>
    </Paper>
  );
}
