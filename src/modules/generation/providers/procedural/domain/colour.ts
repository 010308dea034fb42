import { clamp } from './maths';

/** BT.709 limited range: luma 16 … 235, blue and red difference 16 … 240 around 128. Not yet rounded. */
export type Colour = readonly [luma: number, blue: number, red: number];

/** Lightness 0 … 1, chroma 0 … about 0.3, hue in degrees (OKLCH, Björn Ottosson 2020). */
export type Lch = readonly [lightness: number, chroma: number, hue: number];

function gammaEncode(linear: number): number {
  const v = clamp(linear, 0, 1);
  return v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055;
}

/** Clips what sRGB cannot show, so every result is a legal colour. */
export function colourOf([lightness, chroma, hue]: Lch): Colour {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = gammaEncode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = gammaEncode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = gammaEncode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return [
    16 + 219 * luma,
    clamp(128 + (224 * (blue - luma)) / 1.8556, 16, 240),
    clamp(128 + (224 * (red - luma)) / 1.5748, 16, 240),
  ];
}

export function mixColours(from: Colour, to: Colour, share: number): Colour {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

/** The short way round the colour wheel, in degrees. */
export function mixHues(from: number, to: number, share: number): number {
  const turn = ((((to - from) % 360) + 540) % 360) - 180;
  return from + turn * share;
}
