/** A rectangle of the picture in shares of its width and height, from the upper left corner: each 0 to 1. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A point, or with `until` a range, of the clip's timeline, in seconds from its start. */
export interface Marker {
  readonly at: number;
  readonly until?: number;
  readonly region?: Region;
  readonly note: string;
}

/** Sums of shares such as 0.7 + 0.3 may exceed 1 by a rounding error of the client's. */
const ROUNDING = 1e-6;

const isOutside = ({ at, until }: Marker, seconds: number): boolean =>
  at < 0 || at > seconds || (until !== undefined && until > seconds);

function isMalformed({ at, until, region }: Marker): boolean {
  if (typeof until === 'number' && until <= at) return true;
  if (!region) return false;
  const { x, y, w, h } = region;
  return x < 0 || y < 0 || w <= 0 || h <= 0 || x + w > 1 + ROUNDING || y + h > 1 + ROUNDING;
}

export interface MarkerFaults {
  /** Positions in the list, from 0, of markers that lie outside of the clip. */
  readonly outside: readonly number[];
  /** Positions of markers that end before they begin, or whose region leaves the picture. */
  readonly malformed: readonly number[];
}

/** What is wrong with markers on a clip of `seconds`. */
export function markerFaults(markers: readonly Marker[], seconds: number): MarkerFaults {
  const positions = markers.map((_, index) => index);
  return {
    outside: positions.filter((index) => isOutside(markers[index] as Marker, seconds)),
    malformed: positions.filter((index) => isMalformed(markers[index] as Marker)),
  };
}
