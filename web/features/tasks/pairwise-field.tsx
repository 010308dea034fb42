import { Button, Group, Radio, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useRef } from 'react';
import type { ClipControls } from '../../ui/clip-controls';
import { TaskClip } from './clips';
import type { Clip, Question } from './use-tasks';

interface Comparison {
  readonly prefers?: string;
  readonly because?: string;
}

/** Two clips side by side, which play together if one likes. */
export function PairwiseField({
  question,
  clips,
  value,
  isReadOnly,
  onChange,
}: {
  question: Question;
  clips: readonly Clip[];
  value: unknown;
  isReadOnly: boolean;
  onChange: (value: Comparison) => void;
}) {
  const players = [useRef<ClipControls>(null), useRef<ClipControls>(null)];
  const comparison = (value ?? {}) as Comparison;
  const both = (act: (player: ClipControls) => void) => () => {
    for (const { current } of players) if (current !== null) act(current);
  };
  const { because: _because, ...withoutWhy } = comparison;
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {question.clips.map((id, index) => (
          <Stack key={id} gap={4}>
            <Text size="sm" fw={600}>
              {index === 0 ? 'A' : 'B'}
            </Text>
            <TaskClip
              clip={clips.find((clip) => clip.id === id)}
              label={`Clip ${index === 0 ? 'A' : 'B'}`}
              ref={players[index]}
            />
          </Stack>
        ))}
      </SimpleGrid>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={both((player) => player.toggle())}>
          Play or pause both
        </Button>
        <Button size="compact-sm" variant="default" onClick={both((player) => player.seek(0))}>
          Both from the start
        </Button>
      </Group>
      <Radio.Group
        label={question.label}
        description={question.help}
        required={question.isRequired}
        value={comparison.prefers ?? null}
        onChange={(prefers) => onChange({ ...comparison, prefers })}
        readOnly={isReadOnly}
      >
        <Group mt="xs">
          <Radio value="a" label="A" disabled={isReadOnly} />
          <Radio value="b" label="B" disabled={isReadOnly} />
          <Radio value="same" label="No difference" disabled={isReadOnly} />
        </Group>
      </Radio.Group>
      <Textarea
        label="Why (if you like)"
        value={comparison.because ?? ''}
        maxLength={2000}
        readOnly={isReadOnly}
        autosize
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === '' ? withoutWhy : { ...comparison, because: currentTarget.value })
        }
      />
    </Stack>
  );
}
