import { colourOf, mixColours } from '../colour';
import { Landscape } from '../landscape';
import { buildLayer, type Layer } from '../layers';
import { clamp, mix, smooth, TAU } from '../maths';
import { dye } from '../palettes';
import type { Scene, Stage } from '../stage';

const { floor, sin } = Math;

const HORIZON = 0.58;
const LAYERS = 4;

/** Long dunes with one face in the light and one in the shade, parted by a winding crest. */
export function dunesScene(stage: Stage): Scene {
  const layers = Array.from({ length: LAYERS }, (_, index) => dune(stage, index));
  return new Landscape(stage, { horizon: HORIZON, layers, water: null });
}

function dune(stage: Stage, index: number): Layer {
  const { noise, palette, shot, look } = stage;
  const depth = index / (LAYERS - 1);
  const offset = stage.random(`dune ${index}`)() * 80;
  const pitch = mix(1.25, 0.62, depth);
  const base = mix(HORIZON, 0.88, depth ** 1.1);
  const height = mix(0.07, 0.21, depth);
  const sand = shot.hue === null && !look.isNeon ? dye(colourOf([0.58, 0.075, 62]), look) : palette.cloud;
  const warm = mixColours(palette.far, sand, shot.time === 'night' ? 0.18 : 0.62);
  const top = mixColours(warm, palette.near, shot.time === 'night' ? 0.45 : 0.2 * depth);
  const profile = (u: number): number => {
    const bent = u + 0.35 * noise.at(u * 0.7, index * 4.3 + 9);
    const phase = bent - floor(bent);
    // A slow rise on the windward side, a short fall on the other, and an edge between them.
    const height = phase < 0.68 ? (phase / 0.68) ** 1.7 : ((1 - phase) / 0.32) ** 1.5;
    return height * (1.45 + 0.55 * noise.at(floor(bent) * 7.7 + 0.5, index * 2.9)) - 1;
  };
  const soft = (u: number): number => (profile(u - 0.02) + profile(u) * 2 + profile(u + 0.02)) / 4;
  return buildLayer(stage, {
    depth,
    crest: (x) =>
      base - (soft(x * pitch + offset) * 0.5 + 0.35 * noise.fbm(x * pitch * 0.6 + offset, index, 2)) * height,
    relief: (x, below) => {
      // The shade falls away from the crest to one side, so the line between the faces winds down the dune.
      const u = (x - below * (0.9 + 0.5 * noise.at(x * 2 + offset, 3))) * pitch + offset;
      const slope = (soft(u + 0.03) - soft(u - 0.03)) / 0.06;
      const face = clamp(slope * 0.3 + 0.08, -0.9, 0.6);
      const ripples = 0.1 * sin((below * 70 + x * 16 + 3 * noise.at(x * 5, below * 8 + offset)) * TAU * 0.45);
      return face * smooth(0.62, 0.0, below) + ripples * depth * smooth(0.02, 0.12, below);
    },
    strength: mix(20, 46, depth) * (shot.time === 'night' ? 0.45 : shot.time === 'storm' ? 0.55 : 1),
    top,
    foot: mixColours(top, palette.horizon, mix(0.5, 0.12, depth)),
    mist: [base - height * 0.4, base + mix(0.12, 0.4, depth)],
    tint: [-0.22, 0.16],
    fineness: 400,
  });
}
