import { mixColours, type Colour } from './colour';
import { smooth } from './maths';
import { NoiseTable } from './noise';
import type { Picture } from './picture';
import type { Stage } from './stage';

const { ceil, exp, floor, max, round, sin } = Math;

export interface WaterLook {
  /** Row the water begins at, in heights of the frame. */
  readonly line: number;
  /** 0 a mirror … 1 open sea. */
  readonly roughness: number;
  /** Colour of the depth, seen where the surface does not mirror. */
  readonly deep: Colour;
}

/** One row of waves: sideways displacement and added light, one value per `step` pixels and one more. */
interface Waves {
  readonly shift: Float32Array;
  readonly light: Float32Array;
}

const NEAREST = 0.035;

/** Mirrors what is drawn above its line, broken by waves that grow towards the viewer. */
export class Water {
  private readonly table: NoiseTable;
  private readonly step: number;
  private readonly waves: Waves;

  constructor(
    private readonly stage: Stage,
    private readonly look: WaterLook,
  ) {
    this.table = new NoiseTable(stage.random('water'));
    this.step = (stage.height < 540 ? 2 : 4) * (stage.draft ? 2 : 1);
    const count = ceil(stage.width / this.step) + 2;
    this.waves = { shift: new Float32Array(count), light: new Float32Array(count) };
  }

  /** `sunX` in pixels from the left, `glitter` 0 … 1 how strongly the sun breaks on the waves. */
  draw(picture: Picture, seconds: number, pan: number, sunX: number, glitter: number): void {
    const { width, height } = picture;
    const first = round((this.look.line * height) / 2) * 2;
    for (let y = first; y < height; y++) {
      const depth = (y - first) / (height - first);
      this.roll(depth, seconds, pan, sunX, glitter);
      const mirrored = max(0, first - 1 - floor((y - first) * (0.62 + 0.5 * depth)));
      const murk = 0.1 + smooth(0, 0.95, depth) * 0.6 * (0.45 + 0.55 * this.look.roughness);
      this.mirrorLuma(picture, y, mirrored, murk);
      if ((y & 1) === 0) this.mirrorChroma(picture, y >> 1, mirrored >> 1, murk, width >> 1);
    }
  }

  private roll(depth: number, seconds: number, pan: number, sunX: number, glitter: number): void {
    const { width, height } = this.stage;
    const { shift, light } = this.waves;
    const { roughness } = this.look;
    const far = 1 / (NEAREST + depth);
    const rows = far * 2.2;
    const swell = sin(rows * 5 + seconds * 1.5) * 0.6;
    const size = ((0.6 + 9 * depth) * height * (0.3 + roughness)) / 540;
    const crest = 0.22 + 0.26 * (1 - roughness);
    const spread = 6 - 4 * depth;
    for (let i = 0; i < shift.length; i++) {
      const x = i * this.step;
      const across = ((x - width / 2) / height + pan * 0.4) * far * 0.9;
      const broad = this.table.at(across * 1.3 + swell * 0.15, rows * 3 + seconds * 0.45);
      const fine = this.table.at(across * 3.1 + seconds * 0.3 + 20, rows * 7 - seconds * 0.35);
      const wave = broad + 0.5 * fine;
      shift[i] = wave * size;
      const fromSun = (x - sunX) / height;
      const away = fromSun * fromSun * spread * (9 - 5 * depth);
      const path = away > 7 ? 0 : exp(-away);
      const spark = wave > crest ? (wave - crest) * (26 + 190 * glitter * path) * (0.3 + 0.7 * depth) : 0;
      light[i] = spark + wave * (3 + 7 * roughness * depth) + path * glitter * 9;
    }
  }

  private mirrorLuma(picture: Picture, y: number, mirrored: number, murk: number): void {
    const { luma, width } = picture;
    const { shift, light } = this.waves;
    const deep = this.look.deep[0];
    const from = mirrored * width;
    const to = y * width;
    for (let x = 0, i = 0; x < width; i++) {
      const slope = (shift[i + 1]! - shift[i]!) / this.step;
      const gain = (light[i + 1]! - light[i]!) / this.step;
      for (let k = 0; k < this.step && x < width; k++, x++) {
        let source = x + floor(shift[i]! + slope * k);
        source = source < 0 ? -source : source >= width ? 2 * width - 2 - source : source;
        const seen = luma[from + source]!;
        const value = seen + (deep - seen) * murk + light[i]! + gain * k;
        luma[to + x] = value < 16 ? 16 : value > 235 ? 235 : value;
      }
    }
  }

  private mirrorChroma(picture: Picture, y: number, mirrored: number, murk: number, width: number): void {
    const { blue, red } = picture;
    const { shift } = this.waves;
    const [, deepBlue, deepRed] = this.look.deep;
    const half = this.step >> 1;
    for (let x = 0, i = 0; x < width; i++) {
      const aside = floor(shift[i]!) >> 1;
      for (let k = 0; k < half && x < width; k++, x++) {
        let source = x + aside;
        source = source < 0 ? -source : source >= width ? 2 * width - 2 - source : source;
        const at = mirrored * width + source;
        blue[y * width + x] = blue[at]! + (deepBlue - blue[at]!) * murk + 0.5;
        red[y * width + x] = red[at]! + (deepRed - red[at]!) * murk + 0.5;
      }
    }
  }
}

export function deepWater(stage: Stage): Colour {
  const { palette } = stage;
  return mixColours(palette.near, palette.zenith, 0.45);
}
