import { mixColours } from '../colour';
import { Landscape } from '../landscape';
import { buildLayer, type Layer } from '../layers';
import { clamp, mix, smooth } from '../maths';
import type { Scene, Stage } from '../stage';

const { abs } = Math;

const HORIZON = 0.66;
const LAYERS = 5;

/** Ridge behind ridge, each a little darker and clearer than the one behind it. */
export function mountainScene(stage: Stage): Scene {
  const layers = Array.from({ length: LAYERS }, (_, index) => ridge(stage, index));
  return new Landscape(stage, { horizon: HORIZON, layers, water: null });
}

function ridge(stage: Stage, index: number): Layer {
  const { noise, palette, shot } = stage;
  const depth = index / (LAYERS - 1);
  const offset = stage.random(`ridge ${index}`)() * 80;
  const base = mix(HORIZON - 0.13, 0.95, depth ** 1.2);
  const height = mix(0.2, 0.13, depth);
  const pitch = mix(0.95, 1.5, depth);
  const hasSnow = shot.particles === 'snow' || (shot.time !== 'dusk' && index < 3);
  const top = mixColours(palette.far, palette.near, depth ** 0.85);
  const colour = mixColours(top, palette.horizon, 0.3 * (1 - depth));
  // Gullies run downhill; light from the left falls on one side of each.
  const rock = (x: number, below: number): number => {
    const bend = 0.9 * noise.fbm(x * 5 + offset, below * 9, 2);
    return noise.ridged(
      x * 7.5 * pitch + 0.85 * bend + offset,
      below * 4.6 * pitch + 0.7 * bend + index * 7,
      4,
    );
  };
  return buildLayer(stage, {
    depth,
    crest: (x) => {
      const u = x * pitch + offset;
      const massif = 0.62 * noise.fbm(u * 0.5, index * 3.1, 2);
      const peaks = (0.56 - abs(noise.fbm(u, index * 5.3 + 40, 6))) * 1.35;
      return base - (peaks - 0.3 + massif) * height;
    },
    relief: (x, below) => {
      const lit = rock(x - 0.006, below) - rock(x + 0.006, below);
      const snow = hasSnow
        ? smooth(0.1, 0.02, below + 0.05 * noise.at(x * 9 + offset, below * 20)) * 0.45
        : 0;
      return clamp((lit * 2 + snow) * smooth(0.34, 0.02, below), -1, 1);
    },
    strength: mix(10, 30, depth ** 0.7) * (shot.time === 'night' ? 0.5 : 1),
    top: colour,
    foot: mixColours(colour, palette.horizon, mix(0.75, 0.3, depth)),
    mist: [base - height * 0.45, base + mix(0.2, 0.34, depth)],
    tint: [-0.1, 0.08],
    fineness: 400,
  });
}
