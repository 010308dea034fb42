import { mixColours } from '../colour';
import { Landscape } from '../landscape';
import { buildLayer, type Layer } from '../layers';
import { clamp, mix, smooth, wrap } from '../maths';
import { between } from '../random';
import { panReach, type Scene, type Stage } from '../stage';

const { abs, ceil, floor, max, min, sin } = Math;

const HORIZON = 0.66;
const LAYERS = 5;
/** Resolution of the treetop line, per height of the frame. */
const FINENESS = 1600;

/** Conifers on misty slopes: fine and pale far away, single dark trees in front. */
export function forestScene(stage: Stage): Scene {
  const layers = Array.from({ length: LAYERS }, (_, index) => slope(stage, index));
  return new Landscape(stage, { horizon: HORIZON, layers, water: null });
}

function slope(stage: Stage, index: number): Layer {
  const { noise, palette, shot } = stage;
  const depth = index / (LAYERS - 1);
  const offset = stage.random(`slope ${index}`)() * 80;
  const base = mix(HORIZON - 0.13, 0.99, depth ** 1.15);
  const hills = mix(0.17, 0.08, depth);
  const trees = treetops(stage, index, depth);
  const ground = (x: number): number =>
    base - noise.fbm(x * mix(0.8, 1.2, depth) + offset, index * 5, 3) * hills;
  const colour = mixColours(
    mixColours(palette.far, palette.near, depth ** 0.75),
    palette.horizon,
    0.25 * (1 - depth),
  );
  return buildLayer(stage, {
    depth,
    crest: (x) => ground(x) - trees.at(x),
    relief: (x, below) => {
      const needles = noise.at(x * mix(90, 45, depth) + offset, below * 30);
      const boughs = noise.fbm(x * mix(34, 14, depth) + offset, below * mix(40, 18, depth) + x * 4, 2);
      return clamp((0.4 * needles + boughs) * smooth(0.3, 0.01, below), -1, 1);
    },
    strength: mix(7, 15, depth) * (shot.time === 'night' ? 0.5 : 1),
    top: colour,
    foot: mixColours(colour, palette.horizon, mix(0.8, 0.22, depth)),
    mist: [base - hills * 0.9, base + mix(0.1, 0.3, depth)],
    tint: [-0.12, -0.06],
    fineness: 480,
  });
}

interface Treetops {
  at(x: number): number;
}

/** Plants trees at uneven distances: groves and gaps, old and young, each with a ragged outline. */
function treetops(stage: Stage, index: number, depth: number): Treetops {
  const random = stage.random(`trees ${index}`);
  const reach = stage.width / stage.height / 2 + panReach(stage) + 0.1;
  const line = new Float32Array(ceil(2 * reach * FINENESS) + 2);
  const tall = mix(0.03, 0.27, depth ** 1.5);
  const gap = tall * mix(0.2, 0.26, depth);
  for (let x = -reach; x < reach; x += gap * (0.35 + random() * 1.3)) {
    const grove = 0.72 + 0.5 * stage.noise.at(x * mix(7, 3, depth) + index * 13, index * 3.7);
    const height = tall * grove * between(random, 0.5, 1.1);
    plant(
      line,
      (x + reach) * FINENESS,
      height,
      between(random, 0.15, 0.24) * height * FINENESS,
      random() * 10,
    );
  }
  return {
    at: (x) => {
      const place = clamp((x + reach) * FINENESS, 0, line.length - 2);
      const left = floor(place);
      return mix(line[left]!, line[left + 1]!, place - left);
    },
  };
}

/** A spire with tiers of branches: falling steeply at first, then wider, cut in steps. */
function plant(
  line: Float32Array,
  middle: number,
  height: number,
  halfWidth: number,
  character: number,
): void {
  const first = max(0, ceil(middle - halfWidth));
  const last = min(line.length - 1, floor(middle + halfWidth));
  const tiers = 5 + floor(character) / 2;
  for (let i = first; i <= last; i++) {
    const away = abs(i - middle) / halfWidth;
    const ragged = 0.06 * sin(i * 1.7 + character * 9) * away;
    const tier = wrap(away * tiers + character + (i < middle ? 0.4 : 0)) / tiers;
    const top = height * clamp(1 - away ** 0.82 + tier * 0.75 - 0.05 + ragged, 0, 1);
    if (top > line[i]!) line[i] = top;
  }
}
