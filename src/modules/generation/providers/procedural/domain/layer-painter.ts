import { blendPixel, type Picture } from './picture';
import { DITHER, DITHER_MASK } from './dither';
import { parallax, type Layer } from './layers';
import { clamp } from './maths';
import type { View } from './stage';

const { ceil, floor, max, min, round } = Math;

/** What one layer needs of the present view, by column of the picture. */
interface Placement {
  readonly layer: Layer;
  scale: number;
  /** Column of the crest to the left, in 16.16 fixed point. */
  readonly place: Int32Array;
  /** First row the layer covers entirely. */
  readonly solid: Int32Array;
  /** First row hidden by something nearer. */
  readonly hidden: Int32Array;
  /** Two rows of detail, mixed. */
  readonly relief: Int32Array;
}

/**
 * Draws silhouettes far to near without painting any pixel twice: each layer is drawn only down to where the next begins.
 * Crests are anti-aliased in both directions, so that slow pans do not crawl.
 */
export class LayerPainter {
  private readonly placements: readonly Placement[];
  private readonly light: Int32Array;

  /** `horizon` is the row zooms grow from; nothing is drawn at or below `floor`. Both in pixels. */
  constructor(
    private readonly width: number,
    layers: readonly Layer[],
    private readonly horizon: number,
    private readonly floor: number,
  ) {
    this.light = new Int32Array(width);
    this.placements = layers.map((layer) => ({
      layer,
      scale: 1,
      place: new Int32Array(width),
      solid: new Int32Array(width),
      hidden: new Int32Array(width),
      relief: new Int32Array(layer.detail.columns),
    }));
  }

  /** Places the layers for a view and says how many rows of sky can be seen. */
  arrange(view: View, height: number): number {
    let front: Int32Array | null = null;
    for (let k = this.placements.length - 1; k >= 0; k--) {
      const placement = this.placements[k]!;
      const { hidden, solid } = placement;
      this.place(placement, view, height);
      const nearer: Placement | undefined = this.placements[k + 1];
      for (let x = 0; x < this.width; x++) {
        hidden[x] = nearer ? min(nearer.hidden[x]!, nearer.solid[x]!) : this.floor;
      }
      front = solid;
    }
    if (!front) return this.floor;
    let lowest = 0;
    const far = this.placements[0]!;
    for (let x = 0; x < this.width; x++) lowest = max(lowest, min(far.solid[x]!, far.hidden[x]!));
    return lowest;
  }

  paint(picture: Picture): void {
    for (const placement of this.placements) {
      this.paintEdges(placement, picture);
      this.paintBody(placement, picture);
    }
  }

  private place(placement: Placement, view: View, height: number): void {
    const { layer, place, solid } = placement;
    const scale = 1 + (view.zoom - 1) * (0.35 + 0.9 * layer.depth);
    const shift = layer.margin + this.width / 2 + view.pan * parallax(layer.depth) * height;
    const last = (layer.crest.length - 2) * 65536;
    placement.scale = scale;
    for (let x = 0; x < this.width; x++) {
      const at = clamp(round(((x - this.width / 2) / scale + shift) * 65536), 0, last);
      place[x] = at;
      const column = at >> 16;
      const highest = max(this.rowOf(layer, column, scale), this.rowOf(layer, column + 1, scale));
      solid[x] = clamp(ceil(highest), 0, this.floor);
    }
  }

  private rowOf(layer: Layer, column: number, scale: number): number {
    return this.horizon + (layer.crest[column]! - this.horizon) * scale;
  }

  /** The rows a crest runs through: partly this layer, partly what is behind. */
  private paintEdges({ layer, scale, place, solid, hidden }: Placement, picture: Picture): void {
    const { rows } = layer;
    // One object for all pixels of all edges.
    const tone: [number, number, number] = [0, 0, 0];
    for (let x = 0; x < this.width; x++) {
      const column = place[x]! >> 16;
      const share = (place[x]! & 65535) / 65536;
      const left = this.rowOf(layer, column, scale);
      const right = this.rowOf(layer, column + 1, scale);
      const end = min(solid[x]!, hidden[x]!);
      for (let y = max(0, floor(min(left, right))); y < end; y++) {
        const cover = (1 - share) * clamp(y + 1 - left, 0, 1) + share * clamp(y + 1 - right, 0, 1);
        const light = clamp(rows[y * 3]! + this.reliefAt(layer, column, scale, max(y, left)), 16, 235);
        tone[0] = light;
        tone[1] = rows[y * 3 + 1]!;
        tone[2] = rows[y * 3 + 2]!;
        blendPixel(picture, x, y, tone, cover);
      }
    }
  }

  /** Without the relief an edge would stand out as a thin line of another tone. */
  private reliefAt(layer: Layer, column: number, scale: number, y: number): number {
    const { cell, columns, rows, top, values } = layer.detail;
    const row = round((this.horizon + (y - this.horizon) / scale - top) / cell);
    return values[clamp(row, 0, rows - 1) * columns + floor(column / cell)]!;
  }

  /** Two rows of luma and the one row of chroma they share at a time: relief is too soft to need more. */
  private paintBody(placement: Placement, picture: Picture): void {
    const { layer, solid, hidden } = placement;
    const { width, luma } = picture;
    const end = hidden.reduce((most, row) => max(most, row), 0);
    const first = solid.reduce((least, row) => min(least, row), end) & ~1;
    const open = solid.reduce((most, row) => max(most, row), 0);
    const closed = hidden.reduce((least, row) => min(least, row), end);
    for (let y = first; y < end; y += 2) {
      this.mixRelief(placement, y);
      this.lightRow(placement, y);
      for (let row = y; row < y + 2 && row < end; row++) {
        const base = layer.rows[row * 3]! * 65536;
        const target = luma.subarray(row * width, (row + 1) * width);
        if (row >= open && row < closed) this.fillRow(target, base);
        else this.fillVisible(target, base, row, solid, hidden);
      }
      this.paintChroma(placement, picture, y);
    }
  }

  /** Relief of one row by column of the picture, in 16.16 fixed point with the rounding offset added. */
  private lightRow({ layer, place, relief }: Placement, y: number): void {
    const { light } = this;
    const toCell = 1 / layer.detail.cell;
    const shift = (y * 389) & DITHER_MASK;
    for (let x = 0; x < light.length; x++) {
      const at = (place[x]! * toCell) >> 8;
      const column = at >> 8;
      const left = relief[column]!;
      light[x] = left * 256 + (relief[column + 1]! - left) * (at & 255) + DITHER[(x + shift) & DITHER_MASK]!;
    }
  }

  private fillRow(target: Uint8Array, base: number): void {
    const { light } = this;
    for (let x = 0; x < target.length; x++) {
      const value = (base + light[x]!) >> 16;
      target[x] = value < 16 ? 16 : value > 235 ? 235 : value;
    }
  }

  private fillVisible(
    target: Uint8Array,
    base: number,
    y: number,
    solid: Int32Array,
    hidden: Int32Array,
  ): void {
    const { light } = this;
    for (let x = 0; x < target.length; x++) {
      if (y < solid[x]! || y >= hidden[x]!) continue;
      const value = (base + light[x]!) >> 16;
      target[x] = value < 16 ? 16 : value > 235 ? 235 : value;
    }
  }

  private paintChroma({ layer, solid, hidden }: Placement, picture: Picture, y: number): void {
    const { light } = this;
    const width = picture.width >> 1;
    const blue = picture.blue.subarray((y >> 1) * width, ((y >> 1) + 1) * width);
    const red = picture.red.subarray((y >> 1) * width, ((y >> 1) + 1) * width);
    const tintBlue = layer.tint[0] / 65536;
    const tintRed = layer.tint[1] / 65536;
    const baseBlue = layer.rows[y * 3 + 1]! + 0.5;
    const baseRed = layer.rows[y * 3 + 2]! + 0.5;
    for (let x = 0; x < width; x++) {
      if (y + 1 < solid[x * 2]! || y >= hidden[x * 2]!) continue;
      const b = baseBlue + light[x * 2]! * tintBlue;
      const r = baseRed + light[x * 2]! * tintRed;
      blue[x] = b < 16 ? 16 : b > 240 ? 240 : b;
      red[x] = r < 16 ? 16 : r > 240 ? 240 : r;
    }
  }

  /** One row of detail, mixed from the two it lies between; 256 times luma steps. */
  private mixRelief({ layer, scale, relief }: Placement, y: number): void {
    const { detail } = layer;
    const source = (this.horizon + (y - this.horizon) / scale - detail.top) / detail.cell;
    const place = clamp(source, 0, detail.rows - 1.001);
    const row = floor(place);
    const lower = round((place - row) * 256);
    const upper = 256 - lower;
    const first = row * detail.columns;
    const second = first + detail.columns;
    const values = detail.values;
    for (let i = 0; i < relief.length; i++)
      relief[i] = values[first + i]! * upper + values[second + i]! * lower;
  }
}
