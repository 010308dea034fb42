import { colourOf, mixHues, type Colour, type Lch } from './colour';
import { clamp } from './maths';
import type { Shot } from './plan';
import { between, type Random } from './random';
import type { Look } from './styles';
import type { TimeName } from './vocabulary';

/** The colours of one shot. */
export interface Palette {
  readonly zenith: Colour;
  readonly middle: Colour;
  readonly horizon: Colour;
  readonly cloud: Colour;
  readonly far: Colour;
  readonly near: Colour;
  readonly sun: Colour;
  /** Dark to light, for scenes that are not a landscape. */
  readonly ramp: readonly [Colour, Colour, Colour, Colour, Colour];
}

type LandscapeColours = Readonly<Record<Exclude<keyof Palette, 'ramp'>, Lch>>;

const HOURS: Readonly<Record<TimeName, LandscapeColours>> = {
  dawn: {
    zenith: [0.52, 0.085, 262],
    middle: [0.76, 0.075, 15],
    horizon: [0.9, 0.075, 68],
    cloud: [0.84, 0.065, 30],
    far: [0.62, 0.055, 295],
    near: [0.2, 0.035, 280],
    sun: [0.97, 0.07, 85],
  },
  day: {
    zenith: [0.53, 0.11, 252],
    middle: [0.72, 0.08, 238],
    horizon: [0.9, 0.03, 225],
    cloud: [0.97, 0.008, 240],
    far: [0.66, 0.05, 238],
    near: [0.27, 0.045, 160],
    sun: [1, 0.02, 95],
  },
  dusk: {
    zenith: [0.29, 0.085, 285],
    middle: [0.57, 0.125, 24],
    horizon: [0.82, 0.125, 65],
    cloud: [0.6, 0.125, 22],
    far: [0.44, 0.08, 335],
    near: [0.13, 0.025, 295],
    sun: [0.96, 0.11, 80],
  },
  night: {
    zenith: [0.13, 0.045, 275],
    middle: [0.21, 0.06, 265],
    horizon: [0.36, 0.075, 252],
    cloud: [0.29, 0.05, 268],
    far: [0.25, 0.05, 263],
    near: [0.075, 0.02, 268],
    sun: [0.95, 0.015, 235],
  },
  storm: {
    zenith: [0.3, 0.018, 240],
    middle: [0.45, 0.018, 230],
    horizon: [0.66, 0.02, 212],
    cloud: [0.54, 0.014, 238],
    far: [0.46, 0.02, 226],
    near: [0.15, 0.012, 222],
    sun: [0.84, 0.012, 220],
  },
};

/** Magenta over indigo with a cool counter-light: strong, but never at the edge of what a screen can show. */
const NEON: LandscapeColours = {
  zenith: [0.13, 0.055, 278],
  middle: [0.28, 0.11, 300],
  horizon: [0.56, 0.16, 345],
  cloud: [0.42, 0.13, 325],
  far: [0.34, 0.1, 292],
  near: [0.09, 0.035, 275],
  sun: [0.86, 0.1, 350],
};

/**
 * A colour as a look shows it. Colour strength and warmth are straight-line changes, which come out the same before mixing
 * as after it: done here they cost nothing per frame.
 */
export function dye([luma, blue, red]: Colour, look: Look): Colour {
  return [
    luma,
    clamp(128 + (blue - 128) * look.saturation - look.warmth, 16, 240),
    clamp(128 + (red - 128) * look.saturation + look.warmth * 0.6, 16, 240),
  ];
}

const WANDER_DEGREES = 14;

/** A named hue pulls the palette most of the way; otherwise the seed turns it a little. */
export function paletteOf(shot: Shot, look: Look, random: Random): Palette {
  const wander = between(random, -WANDER_DEGREES, WANDER_DEGREES);
  const rampHue = shot.hue ?? random() * 360;
  const colour = ([lightness, chroma, hue]: Lch): Colour => {
    const turned = shot.hue === null ? hue + wander : mixHues(hue, shot.hue, 0.72);
    return dye(colourOf([lightness, chroma * look.chroma, turned]), look);
  };
  const hour = look.isNeon ? NEON : HOURS[shot.time];
  const rampColour = (lightness: number, chroma: number, turn: number): Colour =>
    dye(colourOf([lightness, chroma * look.chroma, look.isNeon ? 285 + turn : rampHue + turn]), look);
  return {
    zenith: colour(hour.zenith),
    middle: colour(hour.middle),
    horizon: colour(hour.horizon),
    cloud: colour(hour.cloud),
    far: colour(hour.far),
    near: colour(hour.near),
    sun: colour(hour.sun),
    ramp: [
      rampColour(0.13, 0.035, 25),
      rampColour(0.31, 0.11, 0),
      rampColour(0.55, 0.13, 16),
      rampColour(0.78, 0.095, 34),
      rampColour(0.95, 0.03, 48),
    ],
  };
}
