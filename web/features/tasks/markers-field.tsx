import { Button, Group, Input, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ClipControls } from '../../ui/clip-player';
import { timecode, timeRange } from '../../ui/timecode';
import { TaskClip } from './clips';
import { MarkerStrip, type TaskMarker } from './marker-strip';
import type { Clip, Question } from './use-tasks';

/** Milliseconds are as fine as a frame needs. */
const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** A clip with marks on its timeline: play, stop, mark the moment or the range, say what is there. */
export function MarkersField({
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
  onChange: (value: TaskMarker[]) => void;
}) {
  const player = useRef<ClipControls>(null);
  const [now, setNow] = useState(0);
  const clip = clips.find(({ id }) => id === question.clips[0]);
  const seconds = clip?.seconds ?? 1;
  const markers = (value ?? []) as TaskMarker[];
  const mark = () => {
    const at = Math.min(rounded(player.current?.time() ?? now), seconds);
    onChange([...markers, { at, note: '' }].toSorted((one, other) => one.at - other.at));
  };
  return (
    <Input.Wrapper label={question.label} description={question.help} required={question.isRequired}>
      <Stack gap="xs" mt="xs">
        <TaskClip clip={clip} label={question.label} ref={player} onTime={setNow} />
        <MarkerStrip markers={markers} seconds={seconds} onSeek={(at) => player.current?.seek(at)} />
        {!isReadOnly && (
          <Group justify="space-between">
            <Button variant="light" onClick={mark}>
              Mark this moment
            </Button>
            <Text size="sm" c="dimmed" className="figures">
              at {timecode(now)}
            </Text>
          </Group>
        )}
        {markers.map((marker, index) => (
          <Paper withBorder p="sm" key={`${index} of ${markers.length}`}>
            <Group justify="space-between">
              <Button size="compact-sm" variant="subtle" onClick={() => player.current?.seek(marker.at)}>
                {index + 1}. {timeRange(marker)}
              </Button>
              {!isReadOnly && (
                <Group gap="xs">
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={rounded(now) <= marker.at}
                    onClick={() =>
                      onChange(markers.with(index, { ...marker, until: Math.min(rounded(now), seconds) }))
                    }
                  >
                    End it at {timecode(now)}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="red"
                    onClick={() => onChange(markers.toSpliced(index, 1))}
                  >
                    Remove mark {index + 1}
                  </Button>
                </Group>
              )}
            </Group>
            <TextInput
              label={`What is to be seen at mark ${index + 1}`}
              value={marker.note}
              maxLength={1000}
              required
              readOnly={isReadOnly}
              onChange={({ currentTarget }) =>
                onChange(markers.with(index, { ...marker, note: currentTarget.value }))
              }
            />
          </Paper>
        ))}
      </Stack>
    </Input.Wrapper>
  );
}
