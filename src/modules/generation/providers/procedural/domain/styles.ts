import type { Style } from '../../../domain/provider';

/** How a style changes the palette before drawing and the picture after it. */
export interface Look {
  /** Factor on colour, 0 grey … 1 as painted. */
  readonly saturation: number;
  /** Factor on contrast around mid grey. */
  readonly contrast: number;
  /** Luma added to black, fading out towards white. */
  readonly lift: number;
  /** Grain in luma steps (standard deviation). Above 2 it costs more to encode than the picture. */
  readonly grain: number;
  /** Darkening of the corners, 0 none … 1 black. */
  readonly vignette: number;
  /** Shift of the whole picture towards orange (or blue below 0), in chroma steps. */
  readonly warmth: number;
  /** Number of flat tones, or `null` for smooth shading. */
  readonly tones: number | null;
  /** How far shading goes to flat tones, 0 … 1. */
  readonly flatness: number;
  /** Wider than the frame: black bars above and below. */
  readonly bars: number | null;
  /** Strength of rock, bark and dune detail. */
  readonly detail: number;
  /** Paper structure, in luma steps. */
  readonly paper: number;
  /** Palette of signs and street light instead of sun and sky. */
  readonly isNeon: boolean;
  /** Factor on the chroma of painted colours. */
  readonly chroma: number;
}

const PLAIN: Look = {
  saturation: 1,
  contrast: 1.02,
  lift: 0,
  grain: 0.8,
  vignette: 0.12,
  warmth: 0,
  tones: null,
  flatness: 0,
  bars: null,
  detail: 1,
  paper: 0,
  isNeon: false,
  chroma: 1,
};

export const LOOKS: Readonly<Record<Style, Look>> = {
  none: PLAIN,
  cinematic: {
    ...PLAIN,
    contrast: 1.1,
    grain: 1.1,
    vignette: 0.32,
    saturation: 0.96,
    warmth: 1.5,
    bars: 2.39,
  },
  film35: { ...PLAIN, contrast: 0.96, lift: 8, grain: 1.9, vignette: 0.26, saturation: 0.82, warmth: 4 },
  noir: { ...PLAIN, saturation: 0, contrast: 1.32, grain: 1.7, vignette: 0.5, detail: 1.25 },
  neon: { ...PLAIN, contrast: 1.08, grain: 1, vignette: 0.3, isNeon: true, chroma: 1.05 },
  watercolor: {
    ...PLAIN,
    saturation: 0.78,
    contrast: 0.8,
    lift: 26,
    grain: 0,
    vignette: 0,
    tones: 9,
    flatness: 0.6,
    paper: 2.2,
    detail: 0.75,
  },
  anime: {
    ...PLAIN,
    saturation: 1.18,
    contrast: 1.06,
    grain: 0,
    vignette: 0,
    tones: 10,
    flatness: 0.8,
    detail: 0.6,
    chroma: 1.08,
  },
};
