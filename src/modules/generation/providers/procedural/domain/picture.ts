import type { Colour } from './colour';
import { clamp } from './maths';

const { ceil, floor, max, min, sqrt } = Math;

/**
 * One frame, planar 4:2:0: full-size luma, half-size blue and red difference, in the byte order ffmpeg calls `yuv420p`.
 * Width and height are even.
 */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8Array;
  readonly blue: Uint8Array;
  readonly red: Uint8Array;
}

export function frameBytes(width: number, height: number): number {
  return (width * height * 3) / 2;
}

/** Views over one frame-sized buffer; drawing on the picture fills the buffer. */
export function pictureOver(buffer: Uint8Array, width: number, height: number): Picture {
  const full = width * height;
  const quarter = full / 4;
  return {
    width,
    height,
    luma: buffer.subarray(0, full),
    blue: buffer.subarray(full, full + quarter),
    red: buffer.subarray(full + quarter, full + 2 * quarter),
  };
}

/** Lays `colour` over one pixel; `cover` 0 … 1. */
export function blendPixel(picture: Picture, x: number, y: number, colour: Colour, cover: number): void {
  const { luma, blue, red, width } = picture;
  const at = y * width + x;
  luma[at] = luma[at]! + (colour[0] - luma[at]!) * cover + 0.5;
  if ((x & 1) !== 0 || (y & 1) !== 0) return;
  const half = (y >> 1) * (width >> 1) + (x >> 1);
  blue[half] = blue[half]! + (colour[1] - blue[half]!) * cover + 0.5;
  red[half] = red[half]! + (colour[2] - red[half]!) * cover + 0.5;
}

/** Calls back for every pixel of the square around a point, with its distance from the point in pixels. */
export function aroundPoint(
  picture: Picture,
  x: number,
  y: number,
  radius: number,
  visit: (column: number, row: number, distance: number) => void,
): void {
  const left = max(0, floor(x - radius));
  const right = min(picture.width - 1, ceil(x + radius));
  const top = max(0, floor(y - radius));
  const bottom = min(picture.height - 1, ceil(y + radius));
  for (let row = top; row <= bottom; row++) {
    const dy = row - y;
    for (let column = left; column <= right; column++) {
      const dx = column - x;
      visit(column, row, sqrt(dx * dx + dy * dy));
    }
  }
}

/** In pixels; `softness` is the width of the edge. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly softness: number;
}

export function paintDisc(picture: Picture, disc: Disc, colour: Colour, cover: number): void {
  const { x, y, radius, softness } = disc;
  aroundPoint(picture, x, y, radius + softness, (column, row, distance) => {
    const share = clamp((radius + softness / 2 - distance) / softness, 0, 1) * cover;
    if (share > 0.004) blendPixel(picture, column, row, colour, share);
  });
}
