/** Small numbers-only helpers the scenes are written in. */

// Taken out of `Math` once, here and in the other files of long loops: each look-up of a global costs time in a sandbox.
const { floor } = Math;

export const TAU = Math.PI * 2;

export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

export function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** 0 below `low`, 1 above `high`, an S-curve in between. */
export function smooth(low: number, high: number, value: number): number {
  const x = clamp((value - low) / (high - low), 0, 1);
  return x * x * (3 - 2 * x);
}

/** Wraps any number into 0 … 1 (1 excluded). */
export function wrap(value: number): number {
  return value - floor(value);
}
