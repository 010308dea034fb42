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

/** What one marker needs. */
export interface MarkerFault {
  /** Position in the list, from 0. */
  readonly marker: number;
  readonly member: 'at' | 'until' | 'region';
  /** It lies beyond the clip; else it ends before it begins, or its region leaves the picture. */
  readonly isOutside: boolean;
  /** The end of a sentence that begins with the member. */
  readonly needs: string;
}

function regionNeeds({ x, y, w, h }: Region): string | null {
  if (w <= 0 || h <= 0) return 'needs a width and a height above 0';
  const isInside = x >= 0 && y >= 0 && x + w <= 1 + ROUNDING && y + h <= 1 + ROUNDING;
  return isInside ? null : 'must lie within the picture: x + w and y + h are 1 at most';
}

function faultsOf({ at, until, region }: Marker, marker: number, seconds: number): MarkerFault[] {
  const faults: MarkerFault[] = [];
  const isIn = (time: number): boolean => time >= 0 && time <= seconds;
  const within = `must lie within the clip, which is ${seconds} s long`;
  const isRange = typeof until === 'number';
  if (!isIn(at)) faults.push({ marker, member: 'at', isOutside: true, needs: within });
  if (isRange && !isIn(until)) faults.push({ marker, member: 'until', isOutside: true, needs: within });
  if (isRange && until <= at)
    faults.push({
      marker,
      member: 'until',
      isOutside: false,
      needs: `must come after the beginning at ${at} s`,
    });
  const needs = region ? regionNeeds(region) : null;
  if (needs !== null) faults.push({ marker, member: 'region', isOutside: false, needs });
  return faults;
}

/** What is wrong with markers on a clip of `seconds`. */
export const markerFaults = (markers: readonly Marker[], seconds: number): MarkerFault[] =>
  markers.flatMap((one, position) => faultsOf(one, position, seconds));
