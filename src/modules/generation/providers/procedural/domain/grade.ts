import { clamp } from './maths';
import type { Picture } from './picture';
import { randomFor } from './random';
import type { Look } from './styles';

const { abs, floor, imul, max, min, round } = Math;

/** Texture tables hold four pixels a word. */
const TEXTURE_WORDS = 4096;
/** A tile of paper, in pixels; four pixels a word. */
const PAPER_SIDE = 128;

interface Texture {
  /** Each byte is a luma step plus `bias`. */
  readonly words: Uint32Array;
  readonly bias: number;
  /** Which part of the column number chooses the word. */
  readonly columnMask: number;
  /** Where in the table a row of a frame starts. */
  rowStart(row: number, frame: number): number;
}

/** The last pass over a frame: contrast, flat tones, darker corners, grain or paper, bars. */
export class Grade {
  private readonly texture: Texture;
  /** Luma before to luma after, counted from black, 8-bit fraction. */
  private readonly tone: Int32Array;
  /** Light left at each column and row after the darkening of the corners, 8-bit fraction. */
  private readonly across: Int32Array;
  private readonly down: Int32Array;

  constructor(
    private readonly look: Look,
    private readonly width: number,
    private readonly height: number,
    seed: number,
  ) {
    this.texture = look.paper > 0 ? paperTexture(seed, look.paper) : grainTexture(seed, look.grain);
    this.tone = toneCurve(look, this.texture.bias);
    this.across = falloff(width, look.vignette);
    this.down = falloff(height, look.vignette);
  }

  /** `picture.luma` must start at a multiple of four bytes. */
  apply(picture: Picture, frame: number): void {
    this.gradeLuma(picture, frame);
    this.drawBars(picture);
  }

  /**
   * Four pixels at a time: this is the one pass that touches every pixel of every frame. A word may run over the end of a
   * row where the width is not a multiple of four; corners being symmetrical, that cannot be seen.
   */
  private gradeLuma({ luma }: Picture, frame: number): void {
    const { tone, texture, width, height, across } = this;
    const { words, columnMask } = texture;
    const pixels = new Uint32Array(luma.buffer, luma.byteOffset, luma.length >> 2);
    let at = 0;
    for (let y = 0, x = 0; y < height; y++, x -= width) {
      const light = this.down[y]!;
      const start = texture.rowStart(y, frame);
      for (; x < width; x += 4, at++) {
        const word = pixels[at]!;
        const gain = (across[x]! * light) >> 8;
        const a = (tone[word & 255]! * gain) >> 16;
        const b = (tone[(word >> 8) & 255]! * gain) >> 16;
        const c = (tone[(word >> 16) & 255]! * gain) >> 16;
        const d = (tone[word >>> 24]! * gain) >> 16;
        const four = (a | (b << 8) | (c << 16) | (d << 24)) + 0x10101010;
        pixels[at] = four + words[(start + ((x >> 2) & columnMask)) & (TEXTURE_WORDS - 1)]!;
      }
    }
  }

  private drawBars(picture: Picture): void {
    const { bars } = this.look;
    const { width, height } = this;
    const aspect = width / height;
    if (bars === null || aspect < 1.6 || aspect >= bars * 0.98) return;
    const rows = round((height - width / bars) / 4) * 2;
    picture.luma.fill(16, 0, rows * width);
    picture.luma.fill(16, (height - rows) * width);
    const half = (rows >> 1) * (width >> 1);
    for (const plane of [picture.blue, picture.red]) {
      plane.fill(128, 0, half);
      plane.fill(128, plane.length - half);
    }
  }
}

/** Leaves room for the texture at both ends: black plus the darkest grain is still black, never an illegal value. */
function toneCurve(look: Look, bias: number): Int32Array {
  return Int32Array.from({ length: 256 }, (_, input) => {
    const contrasted = clamp(((input - 16) / 219 - 0.5) * look.contrast + 0.5, 0, 1);
    const lifted = contrasted + (look.lift / 219) * (1 - contrasted);
    return round(clamp(flatten(lifted, look), 0, 1) * (219 - 2 * bias) * 256);
  });
}

/** Pulls tones to the nearest flat one, with soft steps; pigment gathers a little at the darker side of each step. */
function flatten(tone: number, look: Look): number {
  if (look.tones === null) return tone;
  const place = tone * look.tones;
  const step = floor(place);
  const within = place - step;
  const eased = clamp((within - 0.5) * 5 + 0.5, 0, 1);
  const flat = (step + eased) / look.tones;
  const edge = look.paper > 0 ? 0.02 * max(0, 1 - abs(within - 0.3) * 8) : 0;
  return tone + (flat - tone) * look.flatness - edge;
}

/** Four values more than asked for: the last word of a row may start up to three pixels inside it. */
function falloff(length: number, vignette: number): Int32Array {
  return Int32Array.from({ length: length + 4 }, (_, i) => {
    const fromMiddle = min(1, abs(((i + 0.5) / length - 0.5) * 2));
    return round(256 * (1 - vignette * 0.58 * fromMiddle ** 3));
  });
}

function textureOf(steps: Int8Array): { words: Uint32Array; bias: number } {
  const bias = steps.reduce((most, step) => max(most, abs(step)), 0);
  const bytes = Uint8Array.from(steps, (step) => step + bias);
  return { words: new Uint32Array(bytes.buffer), bias };
}

/** Film grain: another stretch of one random table for every row of every frame. */
function grainTexture(seed: number, deviation: number): Texture {
  const random = randomFor(`grain|${seed}`);
  // Sums of three draws: close to a bell curve, and without its rare far outliers.
  const steps = new Int8Array(TEXTURE_WORDS * 4).map(() =>
    round((random() + random() + random() - 1.5) * 2 * deviation),
  );
  return {
    ...textureOf(steps),
    columnMask: TEXTURE_WORDS - 1,
    rowStart: (row, frame) =>
      (imul(imul(frame + 1, 2654435761) ^ (row * 40503), 2246822519) >>> 9) & (TEXTURE_WORDS - 1),
  };
}

/** Paper lies still: a tile of fibres, which is noise smoothed over its neighbours. */
function paperTexture(seed: number, strength: number): Texture {
  const random = randomFor(`paper|${seed}`);
  const raw = new Float32Array(PAPER_SIDE * PAPER_SIDE).map(() => random() * 2 - 1);
  const at = (x: number, y: number): number => raw[((y & 127) << 7) | (x & 127)]!;
  const steps = new Int8Array(raw.length).map((_, i) => {
    const x = i & 127;
    const y = i >> 7;
    let sum = 0;
    for (let k = -2; k <= 2; k++) sum += at(x + k, y) + at(x, y + k);
    return round(clamp((sum / 2) * strength, -2.2 * strength, 2.2 * strength));
  });
  return { ...textureOf(steps), columnMask: 31, rowStart: (row) => (row & 127) << 5 };
}
