export const DITHER_MASK = 1023;

/**
 * A fixed pattern of rounding offsets for 16.16 fixed point: without it a dark sky falls into visible bands at eight bits.
 * Fixed, because a pattern that moved would have to be encoded anew in every frame.
 */
export const DITHER: Int32Array = ditherPattern();

function ditherPattern(): Int32Array {
  let state = 0x9e3779b9;
  return new Int32Array(DITHER_MASK + 1).map(() => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 16;
  });
}
