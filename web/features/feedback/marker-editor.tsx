import { Button, Group, Image, Paper, Stack, Text, TextInput } from '@mantine/core';
import { lazy, Suspense, useRef, useState } from 'react';
import type { Schemas } from '../../api/client';
import type { ClipControls } from '../../ui/clip-player';
import { timecode, timeRange } from '../../ui/timecode';
import { MarkerRail } from './marker-rail';
import type { Marker } from './words';

const ClipPlayer = lazy(() => import('../../ui/clip-player').then((file) => ({ default: file.ClipPlayer })));

/** Milliseconds are as fine as a frame needs. */
const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;

function MarkerRow({
  marker,
  number,
  now,
  seconds,
  onChange,
  onSeek,
  onRemove,
}: {
  marker: Marker;
  number: number;
  now: number;
  /** Length of the clip. */
  seconds: number;
  onChange: (marker: Marker) => void;
  onSeek: () => void;
  onRemove: () => void;
}) {
  const { until: _until, ...point } = marker;
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Group gap="xs" justify="space-between">
          <Button size="compact-sm" variant="subtle" onClick={onSeek} aria-label={`Go to marker ${number}`}>
            {number}. {timeRange(marker)}
          </Button>
          <Group gap="xs">
            {marker.until === undefined ? (
              <Button
                size="compact-sm"
                variant="default"
                disabled={rounded(now) <= marker.at}
                onClick={() => onChange({ ...marker, until: Math.min(rounded(now), seconds) })}
              >
                End it at {timecode(now)}
              </Button>
            ) : (
              <Button size="compact-sm" variant="default" onClick={() => onChange(point)}>
                Only the moment
              </Button>
            )}
            <Button size="compact-sm" variant="subtle" color="red" onClick={onRemove}>
              Remove
            </Button>
          </Group>
        </Group>
        <TextInput
          label={`What is to be seen at marker ${number}`}
          value={marker.note}
          maxLength={1000}
          required
          onChange={(event) => onChange({ ...marker, note: event.currentTarget.value })}
        />
      </Stack>
    </Paper>
  );
}

/** The clip with markers on its timeline: play, stop, mark the moment, say what is there. */
export function MarkerEditor({
  clip,
  markers,
  onChange,
}: {
  clip: Schemas['GenerationView'];
  markers: readonly Marker[];
  onChange: (markers: Marker[]) => void;
}) {
  const [now, setNow] = useState(0);
  const player = useRef<ClipControls>(null);
  if (clip.files === null) return <Text c="dimmed">This clip has no picture to mark.</Text>;
  const mark = () => {
    // The player's own time: while playing, `now` lags behind by up to a quarter of a second.
    const at = Math.min(rounded(player.current?.time() ?? now), clip.seconds);
    onChange([...markers, { at, note: '' }].toSorted((one, other) => one.at - other.at));
  };
  return (
    <Stack gap="xs">
      <Suspense fallback={<Image src={clip.files.poster} alt="" radius="md" />}>
        <ClipPlayer
          src={clip.files.video}
          poster={clip.files.poster}
          label={clip.prompt}
          fps={clip.fps}
          ref={player}
          onTime={setNow}
        />
      </Suspense>
      <MarkerRail markers={markers} seconds={clip.seconds} onSeek={(at) => player.current?.seek(at)} />
      <Group justify="space-between">
        <Button variant="light" onClick={mark}>
          Mark this moment
        </Button>
        <Text size="sm" c="dimmed" className="figures">
          at {timecode(now)}; arrow keys on the player step one frame
        </Text>
      </Group>
      {markers.map((marker, index) => (
        <MarkerRow
          key={`${index} of ${markers.length}`}
          marker={marker}
          number={index + 1}
          now={now}
          seconds={clip.seconds}
          onChange={(next) => onChange(markers.with(index, next))}
          onSeek={() => player.current?.seek(marker.at)}
          onRemove={() => onChange(markers.toSpliced(index, 1))}
        />
      ))}
    </Stack>
  );
}
