/** A rectangle of the picture in shares of its width and height, from the upper left corner: each 0 to 1. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Sums of shares such as 0.7 + 0.3 may exceed 1 by a rounding error of the client's. */
const ROUNDING = 1e-6;

/** Whether all of it lies within the picture. The database holds the same rule. */
export function isInPicture({ x, y, w, h }: Region): boolean {
  const isPart = x >= 0 && y >= 0 && w > 0 && h > 0;
  return isPart && x + w <= 1 + ROUNDING && y + h <= 1 + ROUNDING;
}
