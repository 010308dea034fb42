import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useRef, useState } from 'react';
import type { Schemas } from '../api/client';
import type { ClipControls } from './clip-controls';
import { MarkerRail } from './marker-rail';
import { MarkerRow, rounded } from './marker-row';
import { RegionLayer } from './region-layer';
import { timecode } from './timecode';

const ClipPlayer = lazy(() => import('./clip-player').then((file) => ({ default: file.ClipPlayer })));

type Marker = Schemas['MarkerInput'];

/** What there is to mark. */
export interface MarkableClip {
  readonly src: string;
  readonly poster?: string;
  readonly label: string;
  readonly fps: number;
  readonly seconds: number;
  /** Such as `16:9`; the file's own when absent. */
  readonly aspect?: string;
}

/** A clip with markers on timeline and frame: play, stop, mark the moment, the range or the region, say what is there. */
export function MarkerEditor({
  clip,
  markers,
  isReadOnly = false,
  onChange,
}: {
  clip: MarkableClip;
  markers: readonly Marker[];
  isReadOnly?: boolean;
  onChange: (markers: Marker[]) => void;
}) {
  const [now, setNow] = useState(0);
  const [drawing, setDrawing] = useState<number | null>(null);
  const player = useRef<ClipControls>(null);
  const { seconds, ...shape } = clip;
  const put = (next: Marker[]) => {
    // Places in the list change: what was to be drawn next belongs to none of them for sure.
    setDrawing(null);
    onChange(next);
  };
  const add = (marker: Marker) => put([...markers, marker].toSorted((one, other) => one.at - other.at));
  const mark = () => {
    // The player's own time: while playing, `now` lags behind by up to a quarter of a second.
    add({ at: Math.min(rounded(player.current?.time() ?? now), seconds), note: '' });
  };
  // A region is seen during its range, or half a second around its moment, and always while it is the only one.
  const shown = markers.flatMap(({ at, until, region }, index) =>
    region && (markers.length === 1 || (now >= at - 0.5 && now <= (until ?? at) + 0.5)) ? [index] : [],
  );
  const replace = (index: number, next: Marker) => onChange(markers.with(index, next));
  const setRegion = (index: number, region: NonNullable<Marker['region']>) => {
    const marker = markers[index];
    if (marker !== undefined) replace(index, { ...marker, region });
  };
  return (
    <Stack gap="xs">
      <Suspense fallback={<Skeleton h={180} />}>
        <ClipPlayer
          {...shape}
          ref={player}
          onTime={setNow}
          overlay={
            <RegionLayer
              markers={markers}
              shown={shown}
              isDrawing={drawing !== null}
              onDrawn={(region) => {
                if (drawing !== null) setRegion(drawing, region);
                setDrawing(null);
              }}
              {...(!isReadOnly && { onChange: setRegion })}
            />
          }
        />
      </Suspense>
      <MarkerRail
        markers={markers}
        seconds={seconds}
        onSeek={(at) => player.current?.seek(at)}
        {...(!isReadOnly && { onDraw: (at: number, until: number) => add({ at, until, note: '' }) })}
      />
      {!isReadOnly && (
        <Group justify="space-between">
          <Button variant="light" onClick={mark}>
            Mark this moment
          </Button>
          <Text size="sm" c="dimmed" className="figures">
            at {timecode(now)}; arrow keys on the player step one frame, a drag on the line marks a range
          </Text>
        </Group>
      )}
      {markers.map((marker, index) => (
        <MarkerRow
          key={`${index} of ${markers.length}`}
          marker={marker}
          number={index + 1}
          now={now}
          seconds={seconds}
          isReadOnly={isReadOnly}
          onChange={(next) => replace(index, next)}
          isDrawing={drawing === index}
          onDraw={() => {
            setDrawing(drawing === index ? null : index);
            player.current?.seek(marker.at);
          }}
          onSeek={() => player.current?.seek(marker.at)}
          onRemove={() => put(markers.toSpliced(index, 1))}
        />
      ))}
    </Stack>
  );
}
