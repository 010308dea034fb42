import { mixColours } from './colour';
import { veilAt, type Field } from './field';
import { clamp, smooth, TAU, wrap } from './maths';
import { aroundPoint, blendPixel, type Picture } from './picture';
import type { Random } from './random';
import type { Sun } from './sky';
import type { Moment, Stage } from './stage';

const { ceil, floor, max, min, sin, sqrt } = Math;

interface Star {
  readonly x: number;
  readonly y: number;
  readonly brightness: number;
  readonly pace: number;
  readonly phase: number;
}

/** Points of light that twinkle, behind whatever veils them. */
export class Stars {
  private readonly stars: readonly Star[];

  constructor(random: Random, count: number) {
    this.stars = Array.from({ length: count }, () => ({
      x: random(),
      y: random(),
      brightness: random() ** 4,
      pace: 0.4 + random(),
      phase: random() * TAU,
    }));
  }

  /** `depth` is the part of the frame's height they spread over; `pan` in heights of the frame. */
  draw(picture: Picture, field: Field, moment: Moment, depth: number, pan: number): void {
    const scale = picture.height / 1080;
    for (const star of this.stars) {
      const x = wrap(star.x - pan * 0.1) * picture.width;
      const y = star.y * depth * picture.height;
      const twinkle = 0.78 + 0.22 * sin(moment.seconds * 2.4 * star.pace + star.phase);
      const haze = 1 - smooth(0.55, 1, star.y) * 0.8;
      const light = (0.16 + 0.8 * star.brightness) * twinkle * haze * (1 - veilAt(field, x, y));
      this.dot(picture, x, y, (0.75 + 1.15 * star.brightness) * scale, light);
    }
  }

  /** Adds light over a soft dot, so that a star moves smoothly between pixels. */
  private dot(picture: Picture, x: number, y: number, radius: number, light: number): void {
    const reach = max(0.75, radius);
    const strength = 200 * light * min(1, (radius / reach) ** 2 + 0.35);
    const { luma, width, height } = picture;
    const bottom = min(height - 1, ceil(y + reach));
    const right = min(width - 1, ceil(x + reach));
    for (let row = max(0, floor(y - reach)); row <= bottom; row++) {
      for (let column = max(0, floor(x - reach)); column <= right; column++) {
        const dx = column - x;
        const dy = row - y;
        const share = reach + 0.5 - sqrt(dx * dx + dy * dy);
        if (share <= 0) continue;
        const at = row * width + column;
        luma[at] = min(235, luma[at]! + strength * min(1, share));
      }
    }
  }
}

/** A sun with its bloom, dimmed by clouds; a moon with its shadow side at night; nothing in a storm. */
export function drawSun(stage: Stage, picture: Picture, field: Field, sun: Sun): void {
  const { time } = stage.shot;
  if (time === 'storm') return;
  const { palette, height, width } = stage;
  const x = sun.x * height + width / 2;
  const y = sun.y * height;
  const radius = sun.radius * height;
  const clear = 1 - 0.92 * veilAt(field, x, y);
  const reach = radius * 3.2;
  const bloom = (time === 'night' ? 0.16 : 0.42) * clear;
  aroundPoint(picture, x, y, reach, (column, row, distance) => {
    const share = bloom * (1 - smooth(radius * 0.7, reach, distance)) ** 2;
    if (share > 0.004) blendPixel(picture, column, row, palette.sun, share);
  });
  if (time === 'night') return drawMoon(stage, picture, field, x, y, radius);
  aroundPoint(picture, x, y, radius + 2, (column, row, distance) => {
    const edge = clamp((radius + 1 - distance) / 2, 0, 1);
    const share = edge * (1 - 0.9 * veilAt(field, column, row));
    if (share > 0.004) blendPixel(picture, column, row, palette.sun, share);
  });
}

function drawMoon(stage: Stage, picture: Picture, field: Field, x: number, y: number, radius: number): void {
  const { palette, noise } = stage;
  const shadow = mixColours(palette.zenith, palette.middle, 0.5);
  const seas = mixColours(palette.sun, palette.middle, 0.3);
  aroundPoint(picture, x, y, radius + 2, (column, row, distance) => {
    const edge = clamp((radius + 1 - distance) / 2, 0, 1);
    if (edge <= 0) return;
    const u = (column - x) / radius;
    const v = (row - y) / radius;
    const lit = smooth(-0.55, 0.15, -u * 0.85 - v * 0.3 + 0.12);
    const grey = smooth(-0.1, 0.5, noise.fbm(u * 1.6 + 40, v * 1.6 + 11, 3)) * 0.8;
    const colour = mixColours(shadow, mixColours(palette.sun, seas, grey), lit);
    blendPixel(picture, column, row, colour, edge * (1 - 0.85 * veilAt(field, column, row)));
  });
}
