import { colourOf, mixColours, type Colour } from '../colour';
import { Landscape } from '../landscape';
import { buildLayer, type Layer } from '../layers';
import { clamp, mix, smooth, wrap } from '../maths';
import { between, type Random } from '../random';
import { panReach, type Scene, type Stage } from '../stage';
import { deepWater } from '../water';

const { abs, exp, floor, min, sin } = Math;

const HORIZON = 0.7;
const WATERLINE = 0.78;
const LAYERS = 4;

interface Tower {
  readonly left: number;
  readonly right: number;
  /** Above the ground, in heights of the frame. */
  readonly height: number;
  /** Each step back towards the top: how far up it begins and how much narrower it is, in shares. */
  readonly setback: number;
  readonly spire: number;
  /** Share of windows with light in them. */
  readonly lit: number;
  readonly tone: number;
  readonly seed: number;
}

/** A skyline over still water, so that every light is seen twice. */
export function cityScene(stage: Stage): Scene {
  const layers = Array.from({ length: LAYERS }, (_, index) => row(stage, index));
  const roughness = stage.shot.time === 'storm' ? 0.5 : 0.22;
  return new Landscape(stage, {
    horizon: HORIZON,
    layers,
    water: { line: WATERLINE, roughness, deep: deepWater(stage) },
  });
}

function buildTowers(stage: Stage, depth: number, random: Random): Tower[] {
  const reach = stage.width / stage.height / 2 + panReach(stage) + 0.15;
  const centre = between(random, -0.25, 0.25) * (stage.width / stage.height);
  const isDark = stage.shot.time === 'night' || stage.look.isNeon;
  const litShare = isDark
    ? 0.42
    : stage.shot.time === 'dusk'
      ? 0.26
      : stage.shot.time === 'dawn'
        ? 0.12
        : 0.05;
  const towers: Tower[] = [];
  for (let x = -reach; x < reach;) {
    const width = between(random, 0.028, 0.062) * mix(0.8, 1.25, depth);
    const downtown = 0.45 + 0.75 * exp(-(((x - centre) / 0.42) ** 2));
    const tall = (0.07 + 0.34 * random() ** 2.1) * downtown * mix(1.15, 0.62, depth);
    towers.push({
      left: x,
      right: x + width,
      height: tall,
      setback: random() < 0.4 ? between(random, 0.55, 0.85) : 1,
      spire: tall > 0.2 && random() < 0.45 ? between(random, 0.03, 0.075) : 0,
      lit: litShare * between(random, 0.3, 1.5),
      tone: between(random, -0.16, 0.16),
      seed: random() * 1000,
    });
    x += width + (random() < 0.25 ? between(random, 0.005, 0.03) : 0.001);
  }
  return towers;
}

/** Height of the roof line at `x`. */
function roof(tower: Tower, x: number): number {
  const share = (x - tower.left) / (tower.right - tower.left);
  const fromMiddle = abs(share - 0.5);
  if (tower.spire > 0 && fromMiddle < 0.022) return tower.height + tower.spire;
  return fromMiddle > 0.3 ? tower.height * tower.setback : tower.height;
}

function hash(a: number, b: number, seed: number): number {
  return wrap(sin(a * 127.1 + b * 311.7 + seed) * 43758.5453);
}

/** Warm offices and homes; in neon, cool and rose take turns by row of towers. */
function windowColour(stage: Stage, index: number): Colour {
  if (!stage.look.isNeon) return colourOf([0.86, 0.1, 76]);
  return colourOf(index % 2 === 0 ? [0.8, 0.1, 205] : [0.78, 0.12, 5]);
}

function row(stage: Stage, index: number): Layer {
  const { palette, shot, look } = stage;
  const depth = index / (LAYERS - 1);
  const towers = buildTowers(stage, depth, stage.random(`towers ${index}`));
  const ground = WATERLINE + 0.01;
  const near = mixColours(palette.near, palette.far, look.isNeon ? 0.12 : 0.2);
  const colour = mixColours(mixColours(palette.far, palette.horizon, 0.34 * (1 - depth)), near, depth ** 0.7);
  const light = windowColour(stage, index);
  const strength = 110;
  const haze = mix(0.5, 1, depth);
  const storeyHeight = mix(0.0075, 0.0125, depth);
  const at = (x: number): Tower => findTower(towers, x);
  return buildLayer(stage, {
    depth: 0.15 + 0.5 * depth,
    crest: (x) => ground - roof(at(x), x),
    relief: (x, below, crest) => {
      const tower = at(x);
      const facade =
        tower.tone * 0.5 + 0.14 * smooth(0.5, -0.5, (x - tower.left) / (tower.right - tower.left) - 0.35);
      const window = windowLight(
        tower,
        x,
        crest + below,
        storeyHeight,
        shot.time === 'day' || shot.time === 'storm',
      );
      return clamp((facade * (look.isNeon ? 0.12 : 0.16) + window * 0.85) * haze, -1, 1);
    },
    strength,
    top: colour,
    foot: mixColours(colour, palette.horizon, mix(0.62, 0.2, depth)),
    mist: [ground - mix(0.42, 0.22, depth), ground + 0.02],
    tint: windowTint(light, colour, strength),
    fineness: 760,
  });
}

/** Chroma per step of relief that brings a fully lit window to its colour. */
function windowTint(light: Colour, wall: Colour, strength: number): readonly [number, number] {
  return [((light[1] - wall[1]) / strength) * 0.9, ((light[2] - wall[2]) / strength) * 0.9];
}

function findTower(towers: readonly Tower[], x: number): Tower {
  let low = 0;
  let high = towers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (towers[middle]!.left <= x) low = middle;
    else high = middle - 1;
  }
  return towers[low]!;
}

/** 0 wall … 1 a bright window. By day the glass is a shade darker than the wall. */
function windowLight(tower: Tower, x: number, y: number, storeyHeight: number, isDay: boolean): number {
  const across = (x - tower.left) / (storeyHeight * 0.8);
  const margin = min(x - tower.left, tower.right - x);
  const up = y / storeyHeight;
  if (margin < storeyHeight * 0.45) return 0;
  const column = floor(across);
  const storey = floor(up);
  const isGlass = across - column > 0.3 && up - storey > 0.42;
  if (!isGlass) return 0;
  // Whole storeys tend to be lit together.
  const chance = hash(column, storey, tower.seed) * 0.65 + hash(0, storey, tower.seed) * 0.35;
  if (chance > tower.lit) return isDay ? -0.07 : -0.02;
  return 0.35 + 0.65 * hash(storey, column, tower.seed + 5);
}
