import { mixColours, type Colour } from './colour';
import { clamp } from './maths';
import { panReach, type Stage } from './stage';

const { ceil, floor, max, min, round } = Math;

/** Relief inside a silhouette, on a coarser grid than the picture: luma steps, -127 … 127. */
export interface Detail {
  /** Pixels per value. */
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** First row it covers, in pixels from the top of the frame. */
  readonly top: number;
  readonly values: Int8Array;
}

/**
 * One silhouette of a landscape: everything below its crest. It is wider than the frame by `margin` pixels on both sides,
 * so that the camera can pan.
 */
export interface Layer {
  /** 0 far … 1 near. */
  readonly depth: number;
  readonly margin: number;
  /** Topmost row, in pixels, by column. */
  readonly crest: Float32Array;
  /** Colour of each row of the frame: three values per row. */
  readonly rows: Float32Array;
  readonly detail: Detail;
  /** Steps of blue and red difference per step of detail: light is warm, shadow is cool. */
  readonly tint: readonly [blue: number, red: number];
}

export interface LayerPlan {
  readonly depth: number;
  /** Crest height at `x`, both in heights of the frame; smaller is higher. */
  crest(x: number): number;
  /** Relief at `x` and `below` the crest, -1 … 1. */
  relief(x: number, below: number, crest: number): number;
  /** Luma steps of full relief. */
  readonly strength: number;
  /** Colour at the top of the silhouette and in the mist at its foot. */
  readonly top: Colour;
  readonly foot: Colour;
  /** Rows between which the colour changes, in heights of the frame. */
  readonly mist: readonly [from: number, to: number];
  readonly tint: readonly [blue: number, red: number];
  /** Relief values per height of the frame. */
  readonly fineness: number;
}

/** How much of the camera's way a layer follows. */
export function parallax(depth: number): number {
  return 0.12 + 0.88 * depth * depth;
}

export function buildLayer(stage: Stage, plan: LayerPlan): Layer {
  const { width, height } = stage;
  const margin = ceil(panReach(stage) * parallax(plan.depth) * height) + 2;
  const columns = width + 2 * margin + 2;
  const crest = new Float32Array(columns);
  // Counted from the middle, so that every aspect and size frames the same landscape.
  const xAt = (column: number): number => (column - margin - width / 2) / height;
  for (let column = 0; column < columns; column++) crest[column] = plan.crest(xAt(column)) * height;
  return {
    depth: plan.depth,
    margin,
    crest,
    rows: rowColours(height, plan),
    detail: buildDetail(stage, plan, crest, xAt),
    tint: [plan.tint[0] * stage.look.saturation, plan.tint[1] * stage.look.saturation],
  };
}

function rowColours(height: number, plan: LayerPlan): Float32Array {
  const rows = new Float32Array(height * 3);
  const [from, to] = plan.mist;
  for (let row = 0; row < height; row++) {
    const share = clamp((row / height - from) / (to - from), 0, 1);
    rows.set(mixColours(plan.top, plan.foot, share * share * (3 - 2 * share)), row * 3);
  }
  return rows;
}

function buildDetail(
  stage: Stage,
  plan: LayerPlan,
  crest: Float32Array,
  xAt: (column: number) => number,
): Detail {
  const { height, look } = stage;
  const cell = max(1, round(height / plan.fineness));
  const highest = crest.reduce((least, row) => min(least, row), height);
  const top = max(0, floor(highest / cell) * cell);
  const columns = ceil(crest.length / cell) + 2;
  const rows = ceil((height - top) / cell) + 2;
  const values = new Int8Array(columns * rows);
  const strength = plan.strength * look.detail;
  for (let column = 0; column < columns; column++) {
    const at = min(crest.length - 1, column * cell);
    const x = xAt(at);
    const crestHere = crest[at]! / height;
    const first = max(0, floor((crest[at]! - top) / cell) - 1);
    for (let row = first; row < rows; row++) {
      const below = (top + row * cell) / height - crestHere;
      const relief = plan.relief(x, below, crestHere) * strength;
      values[row * columns + column] = round(clamp(relief, -120, 120));
    }
  }
  return { cell, columns, rows, top, values };
}
