import { ActionIcon, Button, Group, Input, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { RefObject } from 'react';
import type { ClipControls, ClipRange } from '../../ui/clip-controls';
import { timeRange, timecode } from '../../ui/timecode';
import type { Timecode } from './use-review';

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** Points and ranges of the clip, taken from where the player stands; nobody types a time. */
export function TimecodesField({
  value,
  seconds,
  player,
  range,
  onChange,
}: {
  value: readonly Timecode[];
  /** Length of the clip. */
  seconds: number;
  player: RefObject<ClipControls | null>;
  /** Between in and out point, where both are set. */
  range: ClipRange | null;
  onChange: (value: Timecode[]) => void;
}) {
  const now = () => Math.min(seconds, round(player.current?.time() ?? 0));
  const last = value.at(-1);
  const endRange = () => {
    const until = now();
    if (last === undefined || until <= last.at) return;
    onChange([...value.slice(0, -1), { at: last.at, until }]);
  };
  return (
    <Input.Wrapper
      label="Time-codes"
      description="Step to the frame in the player, then take the time from there."
    >
      <Stack gap={6} mt={6}>
        <Group gap="xs">
          <Button size="xs" variant="light" onClick={() => onChange([...value, { at: now() }])}>
            Take the time now
          </Button>
          {range !== null && (
            <Button
              size="xs"
              variant="light"
              onClick={() => onChange([...value, { at: range.from, until: range.until }])}
            >
              Take {timeRange({ at: range.from, until: range.until })}
            </Button>
          )}
          {last !== undefined && (
            <Button size="xs" variant="default" onClick={endRange}>
              {timecode(last.at)} lasts until now
            </Button>
          )}
        </Group>
        {value.map((code, index) => (
          <Group key={`${index}-${code.at}`} gap={4}>
            <Button
              size="compact-sm"
              variant="default"
              className="figures"
              onClick={() => player.current?.seek(code.at)}
            >
              {timeRange(code)}
            </Button>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove ${timeRange(code)}`}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
        {value.length === 0 && (
          <Text size="xs" c="dimmed">
            None yet. Without one the reasons hold for the whole clip.
          </Text>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
