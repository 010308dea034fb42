import { mixColours, type Colour } from './colour';
import { clamp, smooth, TAU, wrap } from './maths';
import type { Noise } from './noise';
import { aroundPoint, blendPixel, type Picture } from './picture';

const { atan2, cos, floor, max, min, sin, sqrt } = Math;

/** Place from the middle of the frame and radius, in heights of the frame. */
export interface PlanetPlan {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Lean of the axis, -0.5 … 0.5. */
  readonly tilt: number;
  readonly night: Colour;
  readonly dark: Colour;
  readonly light: Colour;
  readonly glow: Colour;
}

const MAP_COLUMNS = 512;
const MAP_ROWS = 256;
/** Share of a turn per second. */
const SPIN = 0.006;
/** The halo ends here, in radii. */
const HALO = 1.14;

/** A turning ball with bands of cloud, lit from the upper left, in a thin halo of air. */
export class Planet {
  private readonly shade = { band: 0, lit: 0, rim: 0, cover: 0 };
  private spin = 0;
  private readonly leanX: number;
  private readonly leanY: number;
  /** 0 dark … 1 light, by longitude and latitude; worked out once, because per pixel and frame it would cost too much. */
  private readonly map = new Float32Array(MAP_COLUMNS * MAP_ROWS);

  constructor(
    private readonly plan: PlanetPlan,
    noise: Noise,
  ) {
    this.leanX = cos(plan.tilt);
    this.leanY = sin(plan.tilt);
    for (let row = 0; row < MAP_ROWS; row++) {
      const latitude = (row / MAP_ROWS) * 2 - 1;
      for (let column = 0; column < MAP_COLUMNS; column++) {
        // Walking round a circle in the noise closes the map where its ends meet.
        const angle = (column / MAP_COLUMNS) * TAU;
        const x = cos(angle) * 1.3;
        const y = sin(angle) * 1.3;
        const swirl = noise.fbm(x * 1.6 + 50, y * 1.6 + latitude * 5, 3);
        const band = noise.fbm(latitude * 5.5 + 0.7 * swirl, latitude * 2 + 0.25 * x, 3);
        this.map[row * MAP_COLUMNS + column] = clamp(0.5 + 0.75 * band + 0.18 * swirl, 0, 1);
      }
    }
  }

  draw(picture: Picture, seconds: number, pan: number, zoom: number): void {
    const { plan } = this;
    const radius = plan.radius * zoom * picture.height;
    const x = picture.width / 2 + (plan.x * zoom - pan * 0.35) * picture.height;
    const y = picture.height / 2 + plan.y * zoom * picture.height;
    this.spin = seconds * SPIN;
    aroundPoint(picture, x, y, radius * HALO, (column, row, distance) => {
      const u = (column - x) / radius;
      const v = (row - y) / radius;
      if (distance >= radius) this.halo(picture, column, row, u, v, distance / radius);
      else this.surface(picture, column, row, u, v, clamp(radius - distance, 0, 1));
    });
  }

  private halo(picture: Picture, column: number, row: number, u: number, v: number, distance: number): void {
    const air = smooth(HALO, 1, distance);
    const cover = 0.34 * air * air * clamp(-u * 0.75 - v * 0.45 + 0.2, 0, 1);
    const { glow } = this.plan;
    if (cover > 0.004) blendPixel(picture, column, row, glow, cover);
  }

  private surface(picture: Picture, column: number, row: number, u: number, v: number, cover: number): void {
    const { shade } = this;
    const towards = sqrt(max(0, 1 - u * u - v * v));
    const across = u * this.leanX - v * this.leanY;
    const latitude = u * this.leanY + v * this.leanX;
    const longitude = wrap(atan2(across, towards) / TAU + this.spin);
    shade.band = this.mapAt(longitude, (latitude + 1) / 2);
    shade.lit = smooth(-0.08, 0.95, -u * 0.75 - v * 0.45 + towards * 0.35);
    shade.rim = (1 - towards) ** 3 * 0.7 * shade.lit;
    shade.cover = cover;
    this.lay(picture.luma, row * picture.width + column, 0);
    if ((column & 1) !== 0 || (row & 1) !== 0) return;
    const half = (row >> 1) * (picture.width >> 1) + (column >> 1);
    this.lay(picture.blue, half, 1);
    this.lay(picture.red, half, 2);
  }

  private lay(plane: Uint8Array, at: number, channel: 0 | 1 | 2): void {
    const { dark, light, night, glow } = this.plan;
    const { band, lit, rim, cover } = this.shade;
    const ground = dark[channel] + (light[channel] - dark[channel]) * band;
    const shaded = night[channel] + (ground - night[channel]) * lit;
    const tone = shaded + (glow[channel] - shaded) * rim;
    plane[at] = plane[at]! + (tone - plane[at]!) * cover + 0.5;
  }

  private mapAt(longitude: number, latitude: number): number {
    const x = longitude * MAP_COLUMNS;
    const y = min(MAP_ROWS - 1.001, latitude * (MAP_ROWS - 1));
    const left = floor(x) % MAP_COLUMNS;
    const right = (left + 1) % MAP_COLUMNS;
    const row = floor(y) * MAP_COLUMNS;
    const share = x - floor(x);
    const upper = this.map[row + left]! * (1 - share) + this.map[row + right]! * share;
    const lower =
      this.map[row + MAP_COLUMNS + left]! * (1 - share) + this.map[row + MAP_COLUMNS + right]! * share;
    return upper + (lower - upper) * (y - floor(y));
  }
}

/** A darker and a lighter ground between two colours of a palette. */
export function planetTones(low: Colour, high: Colour): { dark: Colour; light: Colour } {
  return { dark: mixColours(low, high, 0.12), light: mixColours(low, high, 0.95) };
}
