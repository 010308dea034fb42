import { Button, Group, Image, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useRef, useState } from 'react';
import type { Schemas } from '../../api/client';
import type { ClipControls } from '../../ui/clip-player';
import { RegionLayer } from '../../ui/region-layer';
import { timecode } from '../../ui/timecode';
import { MarkerRail } from './marker-rail';
import { MarkerRow, rounded } from './marker-row';
import type { Marker } from './words';

const ClipPlayer = lazy(() => import('../../ui/clip-player').then((file) => ({ default: file.ClipPlayer })));

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
  const [drawing, setDrawing] = useState<number | null>(null);
  const player = useRef<ClipControls>(null);
  if (clip.files === null) return <Text c="dimmed">This clip has no picture to mark.</Text>;
  const add = (marker: Marker) => onChange([...markers, marker].toSorted((one, other) => one.at - other.at));
  const mark = () => {
    // The player's own time: while playing, `now` lags behind by up to a quarter of a second.
    const at = Math.min(rounded(player.current?.time() ?? now), clip.seconds);
    add({ at, note: '' });
  };
  // A region is seen during its range, or half a second around its moment, and always while it is the only one.
  const shown = markers.flatMap(({ at, until, region }, index) =>
    region && (markers.length === 1 || (now >= at - 0.5 && now <= (until ?? at) + 0.5)) ? [index] : [],
  );
  const replace = (index: number, next: Marker) => onChange(markers.with(index, next));
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
          aspect={clip.aspect}
          overlay={
            <RegionLayer
              markers={markers}
              shown={shown}
              isDrawing={drawing !== null}
              onDrawn={(region) => {
                const marker = drawing === null ? undefined : markers[drawing];
                if (drawing !== null && marker !== undefined) replace(drawing, { ...marker, region });
                setDrawing(null);
              }}
              onChange={(index, region) => {
                const marker = markers[index];
                if (marker !== undefined) replace(index, { ...marker, region });
              }}
            />
          }
        />
      </Suspense>
      <MarkerRail
        markers={markers}
        seconds={clip.seconds}
        onSeek={(at) => player.current?.seek(at)}
        onDraw={(at, until) => add({ at, until, note: '' })}
      />
      <Group justify="space-between">
        <Button variant="light" onClick={mark}>
          Mark this moment
        </Button>
        <Text size="sm" c="dimmed" className="figures">
          at {timecode(now)}; arrow keys on the player step one frame, a drag on the line marks a range
        </Text>
      </Group>
      {markers.map((marker, index) => (
        <MarkerRow
          key={`${index} of ${markers.length}`}
          marker={marker}
          number={index + 1}
          now={now}
          seconds={clip.seconds}
          onChange={(next) => replace(index, next)}
          isDrawing={drawing === index}
          onDraw={() => {
            setDrawing(drawing === index ? null : index);
            player.current?.seek(marker.at);
          }}
          onSeek={() => player.current?.seek(marker.at)}
          onRemove={() => {
            setDrawing(null);
            onChange(markers.toSpliced(index, 1));
          }}
        />
      ))}
    </Stack>
  );
}
