import { Box } from '@mantine/core';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Schemas } from '../api/client';

type Marker = Schemas['MarkerInput'];

export type Region = NonNullable<Marker['region']>;

interface Point {
  readonly x: number;
  readonly y: number;
}

const LEAST = 0.01;
const STEP = 0.02;

const within = (value: number, least: number, most: number): number =>
  Math.round(Math.min(most, Math.max(least, value)) * 1000) / 1000;

const pointOf = (event: PointerEvent<HTMLElement>): Point => {
  const box = event.currentTarget.getBoundingClientRect();
  return {
    x: within((event.clientX - box.left) / box.width, 0, 1),
    y: within((event.clientY - box.top) / box.height, 0, 1),
  };
};

export const regionBetween = (one: Point, other: Point): Region => ({
  x: Math.min(one.x, other.x),
  y: Math.min(one.y, other.y),
  w: within(Math.abs(one.x - other.x), 0, 1),
  h: within(Math.abs(one.y - other.y), 0, 1),
});

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** Arrows move a region, with Shift they change its size; it never leaves the picture. */
export function nudged({ x, y, w, h }: Region, key: string, isSize: boolean): Region | null {
  const by = DIRECTIONS[key];
  if (by === undefined) return null;
  if (isSize) return { x, y, w: within(w + by.x, LEAST, 1 - x), h: within(h + by.y, LEAST, 1 - y) };
  return { x: within(x + by.x, 0, 1 - w), y: within(y + by.y, 0, 1 - h), w, h };
}

const share = (value: number): string => `${value * 100}%`;

function Frame({
  region,
  number,
  onChange,
}: {
  region: Region;
  number: number;
  onChange?: (region: Region) => void;
}) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = nudged(region, event.key, event.shiftKey);
    if (next === null || onChange === undefined) return;
    event.preventDefault();
    onChange(next);
  };
  return (
    <Box
      component="button"
      type="button"
      className="region"
      data-own={onChange === undefined ? undefined : true}
      pos="absolute"
      left={share(region.x)}
      top={share(region.y)}
      w={share(region.w)}
      h={share(region.h)}
      aria-label={
        onChange === undefined
          ? `Region of marker ${number}`
          : `Region of marker ${number}: arrow keys move it, with Shift they change its size`
      }
      onKeyDown={onKeyDown}
    >
      <span className="region-number">{number}</span>
    </Box>
  );
}

/** Regions over the picture; while `isDrawing` a drag draws one. */
export function RegionLayer({
  markers,
  shown,
  isDrawing,
  onDrawn,
  onChange,
  own,
}: {
  markers: readonly Marker[];
  /** Positions of the markers whose region is seen now. */
  shown: readonly number[];
  isDrawing: boolean;
  onDrawn: (region: Region) => void;
  onChange?: (index: number, region: Region) => void;
  /** Position of the only one that can be changed; absent: all of them. */
  own?: number;
}) {
  const [drag, setDrag] = useState<readonly [Point, Point] | null>(null);
  const drawn = drag === null ? null : regionBetween(...drag);
  return (
    <Box
      data-overlay
      pos="absolute"
      inset={0}
      style={{
        cursor: isDrawing ? 'crosshair' : undefined,
        pointerEvents: isDrawing ? 'auto' : 'none',
        touchAction: 'none',
      }}
      onPointerDown={(event) => {
        if (!isDrawing) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag([pointOf(event), pointOf(event)]);
      }}
      onPointerMove={(event) => {
        if (drag !== null) setDrag([drag[0], pointOf(event)]);
      }}
      onPointerUp={(event) => {
        // Where the pointer is now: moves since the last paint are not in `drag` yet.
        const region = drag === null ? null : regionBetween(drag[0], pointOf(event));
        if (region !== null && region.w >= LEAST && region.h >= LEAST) onDrawn(region);
        setDrag(null);
      }}
      onPointerCancel={() => setDrag(null)}
    >
      {shown.map((index) => {
        const region = markers[index]?.region;
        if (!region) return null;
        return (
          <Frame
            key={index}
            region={region}
            number={index + 1}
            {...(onChange &&
              (own === undefined || own === index) && { onChange: (next: Region) => onChange(index, next) })}
          />
        );
      })}
      {drawn !== null && (
        <Box
          className="region"
          pos="absolute"
          left={share(drawn.x)}
          top={share(drawn.y)}
          w={share(drawn.w)}
          h={share(drawn.h)}
        />
      )}
    </Box>
  );
}
