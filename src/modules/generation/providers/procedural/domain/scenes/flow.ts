import { fieldCell, FieldPainter, type Field } from '../field';
import { clamp, mix, smooth } from '../maths';
import { particlesFor, type Particles } from '../particles';
import type { Picture } from '../picture';
import { MovingField, viewAt, type Moment, type Scene, type Stage } from '../stage';

const { floor, max, min } = Math;

const LINES = 190;
const DRAFT_LINES = 120;

export function flowScene(stage: Stage): Scene {
  return new Flow(stage);
}

/** Slow liquid folds with light on their edges: for prompts that are a feeling rather than a place. */
class Flow implements Scene {
  private readonly liquid: MovingField;
  private readonly painter: FieldPainter;
  private readonly particles: Particles | null;
  private readonly origin: readonly [number, number];

  constructor(private readonly stage: Stage) {
    const random = stage.random('flow');
    this.origin = [random() * 100, random() * 100];
    const cell = fieldCell(stage.width, stage.height, stage.draft ? DRAFT_LINES : LINES);
    this.liquid = new MovingField(stage, cell, (field, moment) => this.compute(field, moment));
    this.painter = new FieldPainter(stage.width);
    this.particles = particlesFor(stage);
  }

  draw(picture: Picture, moment: Moment): void {
    this.painter.paint(this.liquid.at(moment), picture, picture.height);
    this.particles?.draw(picture, moment.seconds);
  }

  private compute(field: Field, moment: Moment): void {
    this.stir(field, moment);
    this.colour(field);
  }

  /** Fills the veil plane with the height of the liquid, the luma plane with its shade. */
  private stir(field: Field, moment: Moment): void {
    const { noise, shot, width, height } = this.stage;
    const view = viewAt(this.stage, moment);
    const time = moment.seconds * 0.07 * shot.energy;
    for (let row = 0, at = 0; row < field.rows; row++) {
      const y = (((row * field.cell) / height - 0.5) * 1.35) / view.zoom + this.origin[1];
      for (let column = 0; column < field.columns; column++, at++) {
        const x =
          (((column * field.cell - width / 2) / height) * 1.35) / view.zoom + this.origin[0] + view.pan * 0.6;
        const bendX = noise.fbm(x + time, y, 3);
        const bendY = noise.fbm(x + 5.2, y + 1.3 - time, 3);
        const depth = noise.fbm(x + 2.1 * bendX + 1.7 + time * 0.8, y + 2.1 * bendY + 9.2, 3);
        field.veil[at] = depth;
        field.luma[at] = clamp(0.5 + depth * 0.95 + 0.25 * bendX, 0, 1);
      }
    }
  }

  private colour(field: Field): void {
    const { ramp } = this.stage.palette;
    const { columns, rows, cell, veil } = field;
    // Slopes are measured between neighbours, which lie closer together on a finer grid.
    const steep = (1.35 * cell) / this.stage.height;
    for (let row = 0, at = 0; row < rows; row++) {
      const upper = max(0, row - 1) * columns;
      const lower = min(rows - 1, row + 1) * columns;
      for (let column = 0; column < columns; column++, at++) {
        const left = veil[row * columns + max(0, column - 1)]!;
        const right = veil[row * columns + min(columns - 1, column + 1)]!;
        const slope = ((right - left) * 0.7 + veil[lower + column]! - veil[upper + column]!) / steep;
        const gloss = -slope * 3.4;
        const place = field.luma[at]! * 3.999;
        const tone = floor(place);
        const share = smooth(0, 1, place - tone);
        const from = ramp[tone]!;
        const to = ramp[tone + 1]!;
        field.luma[at] = clamp(mix(from[0], to[0], share) + clamp(gloss, -30, 44), 16, 235);
        field.blue[at] = mix(from[1], to[1], share);
        field.red[at] = mix(from[2], to[2], share);
      }
    }
  }
}
