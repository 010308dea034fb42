import { Box, Tooltip, UnstyledButton } from '@mantine/core';
import { useState, type PointerEvent } from 'react';
import type { Schemas } from '../api/client';
import { timeRange } from './timecode';

/** A drag of less than this share of the rail is a click. */
const CLICK = 0.01;

/** Seconds of the clip under the pointer. */
function secondsAt(event: PointerEvent<HTMLElement>, seconds: number): number {
  const box = event.currentTarget.getBoundingClientRect();
  const part = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
  return Math.round(part * seconds * 1000) / 1000;
}

/** The markers where they are on the clip's timeline: a click on one goes there, a drag on the rail draws a range. */
export function MarkerRail({
  markers,
  seconds,
  onSeek,
  onDraw,
}: {
  markers: readonly Schemas['MarkerInput'][];
  seconds: number;
  onSeek: (at: number) => void;
  /** A range was drawn; absent: nothing can be drawn. */
  onDraw?: (at: number, until: number) => void;
}) {
  const [drag, setDrag] = useState<readonly [number, number] | null>(null);
  const begin = drag === null ? 0 : Math.min(...drag);
  const end = drag === null ? 0 : Math.max(...drag);
  const share = (at: number) => `${Math.min(100, (at / seconds) * 100)}%`;
  return (
    <Box
      pos="relative"
      h={28}
      mx={12}
      data-testid="marker-rail"
      style={{
        borderBottom: '2px solid var(--mantine-color-default-border)',
        cursor: onDraw === undefined ? undefined : 'crosshair',
        touchAction: 'none',
      }}
      onPointerDown={(event) => {
        if (onDraw === undefined || (event.target as Element).closest('button') !== null) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const at = secondsAt(event, seconds);
        setDrag([at, at]);
      }}
      onPointerMove={(event) => {
        if (drag !== null) setDrag([drag[0], secondsAt(event, seconds)]);
      }}
      onPointerUp={(event) => {
        if (drag === null) return;
        // Where the pointer is now: moves since the last paint are not in `drag` yet.
        const [from, to] = [drag[0], secondsAt(event, seconds)].toSorted((one, other) => one - other) as [
          number,
          number,
        ];
        if (to - from > seconds * CLICK) onDraw?.(from, to);
        else onSeek(from);
        setDrag(null);
      }}
      onPointerCancel={() => setDrag(null)}
    >
      {drag !== null && (
        <Box
          pos="absolute"
          bottom={-5}
          h={8}
          bg="ember.8"
          style={{ left: share(begin), width: share(end - begin) }}
        />
      )}
      {markers.map((marker, index) => (
        <Box key={`${marker.at} ${index}`}>
          {marker.until !== undefined && (
            <Box
              pos="absolute"
              bottom={-5}
              h={8}
              bg="ember.4"
              style={{ left: share(marker.at), width: share(marker.until - marker.at) }}
            />
          )}
          <Tooltip label={marker.note === '' ? timeRange(marker) : `${timeRange(marker)}: ${marker.note}`}>
            <UnstyledButton
              aria-label={`Marker ${index + 1} at ${timeRange(marker)}`}
              onClick={() => onSeek(marker.at)}
              pos="absolute"
              bottom={0}
              w={24}
              h={24}
              ta="center"
              fz="xs"
              fw={600}
              bg="ember.8"
              c="white"
              style={{
                left: share(marker.at),
                transform: 'translateX(-50%)',
                borderRadius: '12px 12px 12px 0',
              }}
            >
              {index + 1}
            </UnstyledButton>
          </Tooltip>
        </Box>
      ))}
    </Box>
  );
}
