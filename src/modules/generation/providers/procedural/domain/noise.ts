import type { Random } from './random';

const { abs, floor } = Math;

const SIDE = 256;
const MASK = SIDE - 1;

/** Smooth value noise over the plane, -1 … 1, repeating every 256 units. */
export class Noise {
  private readonly lattice = new Float32Array(SIDE * SIDE);

  constructor(random: Random) {
    for (let i = 0; i < this.lattice.length; i++) this.lattice[i] = random() * 2 - 1;
  }

  at(x: number, y: number): number {
    const lattice = this.lattice;
    const column = floor(x);
    const row = floor(y);
    let u = x - column;
    let v = y - row;
    u = u * u * u * (u * (u * 6 - 15) + 10);
    v = v * v * v * (v * (v * 6 - 15) + 10);
    const left = column & MASK;
    const right = (column + 1) & MASK;
    const upper = (row & MASK) << 8;
    const lower = ((row + 1) & MASK) << 8;
    const a = lattice[upper | left]!;
    const b = lattice[upper | right]!;
    const c = lattice[lower | left]!;
    const d = lattice[lower | right]!;
    return a + (b - a) * u + (c - a + (a - b - c + d) * u) * v;
  }

  /** Octaves of noise, each half as strong, twice as fine and turned, so that no grid shows. About -1 … 1. */
  fbm(x: number, y: number, octaves: number): number {
    let sum = 0;
    let strength = 0.5;
    for (let octave = 0; octave < octaves; octave++) {
      sum += strength * this.at(x, y);
      const turned = x * 1.6 - y * 1.2 + 17.3;
      y = x * 1.2 + y * 1.6 + 9.1;
      x = turned;
      strength *= 0.5;
    }
    return sum;
  }

  /** Sharp crests and round valleys, 0 … 1: rock rather than cloud. */
  ridged(x: number, y: number, octaves: number): number {
    let sum = 0;
    let strength = 0.5;
    let weight = 1;
    for (let octave = 0; octave < octaves; octave++) {
      const crest = 1 - abs(this.at(x, y));
      const sharp = crest * crest * weight;
      sum += strength * sharp;
      weight = sharp < 0.5 ? sharp * 2 : 1;
      const turned = x * 1.6 - y * 1.2 + 31.7;
      y = x * 1.2 + y * 1.6 + 5.3;
      x = turned;
      strength *= 0.5;
    }
    return sum;
  }
}

const TABLE_BITS = 9;
/** Lattice points along each side. */
const TABLE_LATTICE = 32;
const TABLE_SIDE = 1 << TABLE_BITS;
const TABLE_MASK = TABLE_SIDE - 1;
/** Samples per unit of noise. */
const TABLE_FINENESS = 16;

/** The same kind of noise from one table look-up: coarse, but an order of magnitude faster. For water. */
export class NoiseTable {
  private readonly values = new Float32Array(TABLE_SIDE * TABLE_SIDE);

  constructor(random: Random) {
    const lattice = new Float32Array(TABLE_LATTICE * TABLE_LATTICE).map(() => random() * 2 - 1);
    const ease = Array.from({ length: TABLE_FINENESS }, (_, i) => {
      const x = i / TABLE_FINENESS;
      return x * x * (3 - 2 * x);
    });
    for (let y = 0; y < TABLE_SIDE; y++) {
      const upper = (y >> 4) * TABLE_LATTICE;
      const lower = (((y >> 4) + 1) & (TABLE_LATTICE - 1)) * TABLE_LATTICE;
      const v = ease[y & 15]!;
      for (let x = 0; x < TABLE_SIDE; x++) {
        const left = x >> 4;
        const right = (left + 1) & (TABLE_LATTICE - 1);
        const u = ease[x & 15]!;
        const top = lattice[upper + left]! * (1 - u) + lattice[upper + right]! * u;
        const bottom = lattice[lower + left]! * (1 - u) + lattice[lower + right]! * u;
        this.values[(y << TABLE_BITS) | x] = top * (1 - v) + bottom * v;
      }
    }
  }

  /** -1 … 1, repeating every 32 units. */
  at(x: number, y: number): number {
    const column = floor(x * TABLE_FINENESS) & TABLE_MASK;
    const row = floor(y * TABLE_FINENESS) & TABLE_MASK;
    return this.values[(row << TABLE_BITS) | column]!;
  }
}
