import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { RefObject } from 'react';
import type { ClipControls } from '../../ui/clip-controls';
import { timeRange } from '../../ui/timecode';
import type { Detail } from './use-review';

/** A statement of reasons as it was sent; its times move the player. */
export function StatementCard({
  statement,
  player,
}: {
  statement: NonNullable<Detail['statement']>;
  player?: RefObject<ClipControls | null>;
}) {
  const { ground, clauseId, termsVersion, facts, timecodes, remedy, isAutomated, appealUntil } = statement;
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group gap="xs">
          <Title order={3} size="h5">
            Statement of reasons
          </Title>
          <Badge variant="light" color="gray" styles={{ label: { textTransform: 'none' } }}>
            {ground} · {clauseId}, version {termsVersion}
          </Badge>
        </Group>
        <Text size="sm">{facts}</Text>
        {timecodes.length > 0 && (
          <Group gap={6}>
            {timecodes.map((code) => (
              <Button
                key={timeRange(code)}
                size="compact-sm"
                variant="default"
                className="figures"
                onClick={() => player?.current?.seek(code.at)}
              >
                {timeRange(code)}
              </Button>
            ))}
          </Group>
        )}
        <Text size="sm">
          <b>Remedy:</b> {remedy}
        </Text>
        <Text size="xs" c="dimmed">
          {isAutomated ? 'Software took part. ' : 'Decided without software. '}
          Appeals are heard until {new Date(appealUntil).toLocaleDateString(undefined, { dateStyle: 'long' })}
          .
        </Text>
      </Stack>
    </Paper>
  );
}
