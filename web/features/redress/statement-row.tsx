import { Group, Paper, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { When } from '../../ui/amounts';
import { StateBadge } from '../../ui/state-badge';
import { KINDS, type Statement } from './use-redress';

/** One decision in a list. */
export function StatementRow({ statement, to }: { statement: Statement; to: string }) {
  const { kind, state, facts, decidedAt, artist, appeal, canAppeal } = statement;
  return (
    <Paper withBorder p="md" component="li">
      <Group gap="xs" mb={4}>
        <Title order={2} size="h5">
          <Link to={to}>{KINDS[kind]}</Link>
        </Title>
        <StateBadge state={state} />
      </Group>
      <Text size="sm" lineClamp={2}>
        {facts}
      </Text>
      <Text size="sm" c="dimmed">
        {artist !== null && `${artist} · `}decided <When at={decidedAt} />
        {appeal !== null && ` · appeal ${appeal.state.replaceAll('_', ' ')}`}
        {canAppeal && ' · you can appeal'}
      </Text>
    </Paper>
  );
}
