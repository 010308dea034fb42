import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/client';
import { EmptyState } from './empty-state';

type Change = Schemas['ClauseChangeView'];

const KINDS = {
  added: { color: 'green', says: 'new' },
  removed: { color: 'red', says: 'gone' },
  changed: { color: 'yellow', says: 'changed' },
  same: { color: 'gray', says: 'as before' },
} as const;

/** Words that came and went; said with `ins` and `del`, so that it does not hang on colour. */
function Words({ words }: { words: Change['text'] }) {
  return (
    <>
      {words.map(({ kind, text }, index) =>
        kind === 'same' ? (
          <span key={index}>{text}</span>
        ) : kind === 'added' ? (
          <ins key={index}>{text}</ins>
        ) : (
          <del key={index}>{text}</del>
        ),
      )}
    </>
  );
}

const endOf = (at: string | null): string => (at === null ? 'no date' : at.slice(0, 10));

function ChangeCard({ change }: { change: Change }) {
  const { color, says } = KINDS[change.kind];
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group gap="xs">
          <Badge variant="default" className="figures" styles={{ label: { textTransform: 'none' } }}>
            {change.clauseId}
          </Badge>
          <Title order={4} size="h5">
            {change.title}
          </Title>
          <Badge color={color} variant="dot" styles={{ label: { textTransform: 'none' } }}>
            {says}
          </Badge>
        </Group>
        <Text fw={600} size="sm">
          <Words words={change.summary} />
        </Text>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          <Words words={change.text} />
        </Text>
        {change.kind === 'changed' && change.endedAt !== change.endsAt && (
          <Text size="sm" c="dimmed">
            Binds until <del>{endOf(change.endedAt)}</del> <ins>{endOf(change.endsAt)}</ins>
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

/** What becomes of each clause, word by word; what stays as it was is left out. */
export function ClauseChanges({ changes }: { changes: readonly Change[] }) {
  const different = changes.filter(({ kind }) => kind !== 'same');
  if (different.length === 0)
    return <EmptyState title="No difference">Every clause is as it was before.</EmptyState>;
  return (
    <Stack gap="sm">
      {different.map((change) => (
        <ChangeCard key={change.clauseId} change={change} />
      ))}
    </Stack>
  );
}
