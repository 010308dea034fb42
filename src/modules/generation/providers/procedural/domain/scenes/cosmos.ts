import { Stars } from '../celestial';
import { fieldCell, FieldPainter, type Field } from '../field';
import { clamp, mix, smooth } from '../maths';
import { dye } from '../palettes';
import { particlesFor, type Particles } from '../particles';
import type { Picture } from '../picture';
import { Planet, planetTones } from '../planet';
import { between } from '../random';
import { MovingField, viewAt, type Moment, type Scene, type Stage } from '../stage';

const { min } = Math;

const STARS = 950;
const LINES = 170;
const DRAFT_LINES = 110;

export function cosmosScene(stage: Stage): Scene {
  return new Cosmos(stage);
}

/** Glowing gas, stars in front and behind, and a banded planet lit from one side. */
class Cosmos implements Scene {
  private readonly gas: MovingField;
  private readonly painter: FieldPainter;
  private readonly stars: Stars;
  private readonly particles: Particles | null;
  private readonly planet: Planet;
  private readonly origin: readonly [number, number];

  constructor(private readonly stage: Stage) {
    const random = stage.random('cosmos');
    const aspect = stage.width / stage.height;
    this.origin = [random() * 100, random() * 100];
    const [night, low, , high, glow] = stage.palette.ramp;
    const planet = {
      x: between(random, -0.26, 0.26) * aspect,
      y: between(random, -0.08, 0.12),
      radius: between(random, 0.14, 0.24) * min(1, aspect),
      tilt: between(random, -0.5, 0.5),
    };
    this.planet = new Planet({ ...planet, night, glow, ...planetTones(low, high) }, stage.noise);
    const cell = fieldCell(stage.width, stage.height, stage.draft ? DRAFT_LINES : LINES);
    this.gas = new MovingField(stage, cell, (field, moment) => this.compute(field, moment));
    this.painter = new FieldPainter(stage.width);
    this.stars = new Stars(stage.random('stars'), STARS);
    this.particles = particlesFor(stage);
  }

  draw(picture: Picture, moment: Moment): void {
    const view = viewAt(this.stage, moment);
    const field = this.gas.at(moment);
    this.painter.paint(field, picture, picture.height);
    this.stars.draw(picture, field, moment, 1, view.pan);
    this.planet.draw(picture, moment.seconds, view.pan, view.zoom);
    this.particles?.draw(picture, moment.seconds);
  }

  private compute(field: Field, moment: Moment): void {
    const { noise, palette, look, shot, width, height } = this.stage;
    const [, low, middle, high] = palette.ramp;
    const empty = dye([19, 128, 128], look);
    const view = viewAt(this.stage, moment);
    const time = moment.seconds * 0.055 * shot.energy;
    for (let row = 0, at = 0; row < field.rows; row++) {
      const y = (((row * field.cell) / height - 0.5) * 2) / view.zoom + this.origin[1];
      for (let column = 0; column < field.columns; column++, at++) {
        const x =
          (((column * field.cell - width / 2) / height) * 2) / view.zoom + this.origin[0] + view.pan * 0.5;
        const bendX = noise.fbm(x + time, y, 3);
        const bendY = noise.fbm(x + 5.2, y + 1.3 - time, 3);
        const gas = noise.fbm(x + 1.7 * bendX + 1.7 + time * 0.8, y + 1.7 * bendY + 9.2, 5);
        const lump = clamp(0.5 + gas * 0.95 + 0.3 * bendX, 0, 1);
        // A wide faint haze carries the dense parts, so that they do not lie on black like paint.
        const density =
          0.55 * smooth(0.1, 0.75, 0.5 + bendX * 0.8 + gas * 0.3) + 0.45 * smooth(0.35, 1.05, lump);
        const heat = clamp(0.5 + bendY * 1.1, 0, 1);
        const core = smooth(0.42, 1.12, lump) ** 1.5 * (0.35 + 0.65 * heat);
        const blend = (channel: 0 | 1 | 2): number => {
          const dim = mix(empty[channel], low[channel], density);
          return mix(dim, mix(middle[channel], high[channel], heat), core);
        };
        field.luma[at] = blend(0);
        field.blue[at] = blend(1);
        field.red[at] = blend(2);
        field.veil[at] = density * 0.7;
      }
    }
  }
}
