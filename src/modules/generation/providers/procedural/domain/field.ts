import { DITHER, DITHER_MASK } from './dither';
import type { Picture } from './picture';

const { ceil, floor, max, min, round } = Math;

/**
 * A soft picture on a coarse grid (a sky, a nebula), stretched over the frame. One value per `cell` × `cell` pixels plus a
 * border, so that stretching needs no edge case. `veil` says how much of what lies behind is hidden, 0 … 1.
 */
export interface Field {
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  readonly luma: Float32Array;
  readonly blue: Float32Array;
  readonly red: Float32Array;
  readonly veil: Float32Array;
}

/** `cell` in pixels; even, because the chroma planes use half of it. */
export function createField(width: number, height: number, cell: number): Field {
  const columns = ceil(width / cell) + 2;
  const rows = ceil(height / cell) + 2;
  const plane = (): Float32Array => new Float32Array(columns * rows);
  return { cell, columns, rows, luma: plane(), blue: plane(), red: plane(), veil: plane() };
}

/** A grid about as fine as the eye needs for soft shapes; `lines` is how many cells the short side gets. */
export function fieldCell(width: number, height: number, lines: number): number {
  return 2 * max(1, round(min(width, height) / lines / 2));
}

/** `into` becomes the mixture of two moments. */
export function mixFields(from: Field, to: Field, share: number, into: Field): void {
  mixPlane(from.luma, to.luma, share, into.luma);
  mixPlane(from.blue, to.blue, share, into.blue);
  mixPlane(from.red, to.red, share, into.red);
  mixPlane(from.veil, to.veil, share, into.veil);
}

function mixPlane(from: Float32Array, to: Float32Array, share: number, into: Float32Array): void {
  for (let i = 0; i < into.length; i++) into[i] = from[i]! + (to[i]! - from[i]!) * share;
}

/** How veiled a pixel is, 0 … 1. */
export function veilAt(field: Field, x: number, y: number): number {
  const column = max(0, min(field.columns - 2, floor(x / field.cell)));
  const row = max(0, min(field.rows - 2, floor(y / field.cell)));
  const u = max(0, min(1, x / field.cell - column));
  const v = max(0, min(1, y / field.cell - row));
  const at = row * field.columns + column;
  const veil = field.veil;
  const upper = veil[at]! + (veil[at + 1]! - veil[at]!) * u;
  const lower = veil[at + field.columns]! + (veil[at + field.columns + 1]! - veil[at + field.columns]!) * u;
  return upper + (lower - upper) * v;
}

const ONE = 65536;
/** Stretches fields over pictures of one size. Keeps its row buffers between frames. */
export class FieldPainter {
  private readonly value: Int32Array;
  private readonly step: Int32Array;
  private upper: Int32Array;
  private lower: Int32Array;

  constructor(width: number) {
    this.value = new Int32Array(width);
    this.step = new Int32Array(width);
    this.upper = new Int32Array(width);
    this.lower = new Int32Array(width);
  }

  /** Fills rows 0 … `rows` (excluded, in luma rows). */
  paint(field: Field, picture: Picture, rows: number): void {
    const halfRows = min(picture.height, rows + 1) >> 1;
    this.stretch(field, field.luma, picture.luma, picture.width, rows, field.cell);
    this.stretch(field, field.blue, picture.blue, picture.width >> 1, halfRows, field.cell >> 1);
    this.stretch(field, field.red, picture.red, picture.width >> 1, halfRows, field.cell >> 1);
  }

  /** Bilinear, in 16.16 fixed point: one addition, one shift and one store per pixel. */
  private stretch(
    field: Field,
    source: Float32Array,
    target: Uint8Array,
    width: number,
    rows: number,
    cell: number,
  ): void {
    const { value, step } = this;
    this.spread(source, 0, this.lower, width, cell);
    for (let y = 0; y < rows;) {
      if (y % cell === 0) {
        [this.upper, this.lower] = [this.lower, this.upper];
        this.spread(source, (y / cell + 1) * field.columns, this.lower, width, cell);
        const { upper, lower } = this;
        for (let x = 0; x < width; x++) {
          value[x] = upper[x]!;
          step[x] = ((lower[x]! - upper[x]!) / cell) | 0;
        }
      }
      const isPair = (y + 1) % cell !== 0 && y + 1 < rows;
      if (isPair) this.writePair(target, y, width);
      else this.writeRow(target, y, width);
      y += isPair ? 2 : 1;
    }
  }

  private writeRow(target: Uint8Array, y: number, width: number): void {
    const { value, step } = this;
    const start = y * width;
    const shift = (y * 389) & DITHER_MASK;
    for (let x = 0; x < width; x++) {
      const now = value[x]!;
      target[start + x] = (now + DITHER[(x + shift) & DITHER_MASK]!) >> 16;
      value[x] = now + step[x]!;
    }
  }

  /** Two rows for hardly more than the price of one. */
  private writePair(target: Uint8Array, y: number, width: number): void {
    const { value, step } = this;
    const start = y * width;
    const shift = (y * 389) & DITHER_MASK;
    for (let x = 0; x < width; x++) {
      const slope = step[x]!;
      const first = value[x]!;
      const second = first + slope;
      const offset = DITHER[(x + shift) & DITHER_MASK]!;
      target[start + x] = (first + offset) >> 16;
      target[start + width + x] = (second + (offset ^ 0xa5a5)) >> 16;
      value[x] = second + slope;
    }
  }

  private spread(source: Float32Array, start: number, into: Int32Array, width: number, cell: number): void {
    let x = 0;
    for (let i = start; x < width; i++) {
      const first = source[i]! * ONE;
      const slope = (source[i + 1]! * ONE - first) / cell;
      for (let k = 0; k < cell && x < width; k++, x++) into[x] = first + slope * k;
    }
  }
}
