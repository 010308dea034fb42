import { mixColours } from '../colour';
import { Landscape } from '../landscape';
import { buildLayer, type Layer } from '../layers';
import { clamp, mix, smooth } from '../maths';
import { between } from '../random';
import type { Scene, Stage } from '../stage';
import { deepWater } from '../water';

const { abs, max } = Math;

const HORIZON = 0.56;

/** Open water under the sky, with a distant coast or islands. */
export function oceanScene(stage: Stage): Scene {
  const random = stage.random('coast');
  const roughness = stage.shot.time === 'storm' ? 1 : between(random, 0.35, 0.75);
  const layers = [
    island(stage, 0, between(random, 0.035, 0.06)),
    island(stage, 1, between(random, 0.05, 0.12)),
  ];
  return new Landscape(stage, {
    horizon: HORIZON,
    layers,
    water: { line: HORIZON, roughness, deep: deepWater(stage) },
  });
}

function island(stage: Stage, index: number, height: number): Layer {
  const { noise, palette, shot } = stage;
  const random = stage.random(`island ${index}`);
  const offset = random() * 80;
  const side = random() < 0.5 ? -1 : 1;
  const aspect = stage.width / stage.height;
  const middle = side * between(random, 0.2, 0.42) * aspect * (index === 0 ? 1 : -1);
  const reach = between(random, 0.28, 0.5) * aspect;
  const colour = mixColours(
    mixColours(palette.far, palette.horizon, 0.3 - 0.25 * index),
    palette.near,
    0.25 + 0.5 * index,
  );
  return buildLayer(stage, {
    depth: 0.25 + 0.15 * index,
    crest: (x) => {
      const body = smooth(reach, reach * 0.15, abs(x - middle));
      const rock = 0.6 + 0.7 * noise.fbm(x * 4 + offset, index * 9, 5);
      return HORIZON + 0.012 - max(0, body * rock * height + 0.012 * (body - 0.15));
    },
    relief: (x, below) => {
      const lit =
        noise.fbm(x * 14 - 0.1 + offset, below * 22, 3) -
        noise.fbm(x * 14 + 0.1 + offset, below * 22 + 0.2, 3);
      return clamp(lit * 2.4, -1, 1);
    },
    strength: mix(10, 20, index) * (shot.time === 'night' ? 0.4 : 1),
    top: colour,
    foot: mixColours(colour, palette.horizon, 0.45),
    mist: [HORIZON - 0.08, HORIZON + 0.02],
    tint: [-0.1, 0.08],
    fineness: 400,
  });
}
