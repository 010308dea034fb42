import { colourOf, type Colour } from './colour';
import { between, type Random } from './random';
import { TAU, wrap } from './maths';
import { dye } from './palettes';
import { paintDisc, type Picture } from './picture';
import type { Stage } from './stage';
import type { Look } from './styles';
import type { ParticleName } from './vocabulary';

const { cos, floor, max, min, sin } = Math;

interface Particle {
  readonly x: number;
  readonly y: number;
  /** 0.3 far … 1 near. */
  readonly depth: number;
  readonly phase: number;
  readonly pace: number;
}

/** A mote at one moment: place in shares of the frame, radius in pixels at 1080 lines. */
interface Mote {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly cover: number;
}

type DiscKind = Exclude<ParticleName, 'rain'>;

const COUNTS: Readonly<Record<ParticleName, number>> = {
  snow: 380,
  rain: 420,
  ember: 130,
  firefly: 70,
  dust: 110,
};

const COLOURS: Readonly<Record<DiscKind, Colour>> = {
  snow: [228, 129, 127],
  ember: colourOf([0.78, 0.16, 52]),
  firefly: colourOf([0.93, 0.13, 108]),
  dust: colourOf([0.9, 0.03, 75]),
};

const MOTES: Readonly<Record<DiscKind, (particle: Particle, seconds: number) => Mote>> = {
  snow: ({ x, y, depth, phase, pace }, t) => ({
    x: x + 0.025 * sin(t * 0.8 * pace + phase) + t * 0.014 * depth,
    y: y + t * 0.085 * depth * pace,
    radius: 1.1 + 3.2 * depth * depth,
    cover: 0.3 + 0.5 * depth,
  }),
  ember: ({ x, y, depth, phase, pace }, t) => ({
    x: x + 0.04 * sin(t * pace + phase),
    y: y - t * 0.11 * pace,
    radius: 0.9 + 2.1 * depth,
    cover: 0.85 * (0.6 + 0.4 * sin(t * 6 + phase)),
  }),
  firefly: ({ x, y, depth, phase, pace }, t) => ({
    x: x + 0.025 * sin(t * 0.5 * pace + phase),
    y: 0.55 + 0.42 * y + 0.018 * cos(t * 0.7 * pace + phase),
    radius: 1.3 + 1.7 * depth,
    cover: max(0, 0.5 + 0.5 * sin(t * 1.7 * pace + phase)),
  }),
  dust: ({ x, y, depth, phase, pace }, t) => ({
    x: x + t * 0.035 * pace,
    y: y + 0.01 * sin(t + phase),
    radius: 1 + 4.2 * depth * depth,
    cover: 0.06 + 0.1 * depth,
  }),
};

/** Weather and small lights between the viewer and the scene. */
export class Particles {
  private readonly particles: readonly Particle[];
  private readonly colour: Colour;

  constructor(
    private readonly kind: ParticleName,
    look: Look,
    random: Random,
  ) {
    this.colour = dye(COLOURS[kind === 'rain' ? 'dust' : kind], look);
    this.particles = Array.from({ length: COUNTS[kind] }, () => ({
      x: random(),
      y: random(),
      depth: between(random, 0.3, 1),
      phase: random() * TAU,
      pace: between(random, 0.5, 1.5),
    }));
  }

  draw(picture: Picture, seconds: number): void {
    for (const particle of this.particles) {
      if (this.kind === 'rain') drawStreak(picture, particle, seconds);
      else this.drawMote(picture, MOTES[this.kind](particle, seconds));
    }
  }

  private drawMote(picture: Picture, mote: Mote): void {
    const { colour } = this;
    if (mote.cover < 0.04) return;
    const scale = max(0.4, min(picture.width, picture.height) / 1080);
    const x = wrap(mote.x) * picture.width;
    const y = wrap(mote.y) * picture.height;
    const radius = mote.radius * scale;
    const glows = this.kind === 'firefly' || this.kind === 'ember';
    if (glows) paintDisc(picture, { x, y, radius, softness: radius * 5 }, colour, mote.cover * 0.16);
    paintDisc(picture, { x, y, radius, softness: max(1, radius * 0.6) }, colour, mote.cover);
  }
}

function drawStreak(picture: Picture, { x, y, depth }: Particle, seconds: number): void {
  const { width, height, luma } = picture;
  const scale = height / 1080;
  const left = wrap(x - seconds * 0.1 * depth) * width;
  const top = wrap(y + seconds * 1.35 * depth) * height;
  const length = (26 + 60 * depth) * scale;
  for (let k = 0; k < length; k++) {
    const row = floor(top + k);
    const place = left - k * 0.075;
    const column = floor(place);
    if (row >= height || column < 0 || column + 1 >= width) continue;
    // Fades in and out along its length and lies between two columns, so that it is no hard line.
    const cover = 0.26 * depth * sin((Math.PI * k) / length);
    const share = place - column;
    const at = row * width + column;
    luma[at] = luma[at]! + (210 - luma[at]!) * cover * (1 - share);
    luma[at + 1] = luma[at + 1]! + (210 - luma[at + 1]!) * cover * share;
  }
}

/** Asked for by the prompt; a wood at night has fireflies of its own. */
export function particlesFor(stage: Stage): Particles | null {
  const { shot } = stage;
  const kind = shot.particles ?? (shot.scene === 'forest' && shot.time === 'night' ? 'firefly' : null);
  return kind === null ? null : new Particles(kind, stage.look, stage.random('particles'));
}
