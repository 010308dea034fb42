import { mixColours, type Colour } from './colour';
import { fieldCell, type Field } from './field';
import { clamp, mix, smooth } from './maths';
import { between } from './random';
import { MovingField, viewAt, type Moment, type Stage } from './stage';

const { ceil, exp, max, min } = Math;

/** Where the sun or moon stands; x from the middle of the frame, y from its top, both in heights of the frame. */
export interface Sun {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface Weather {
  readonly originX: number;
  readonly originY: number;
  /** 0.2 a few clouds … 0.9 a full sky. */
  readonly cover: number;
  /** How far the glow of the sun reaches, 0 … 1. */
  readonly glow: number;
}

const SUN_DRIFT = 0.05;
const LINES = 135;
const DRAFT_LINES = 90;

/** A sky of graded air, sunlight and clouds in perspective, down to the horizon. */
export class Sky {
  private readonly moving: MovingField;
  private readonly weather: Weather;
  private readonly start: Sun;

  /** `horizon` in heights of the frame from its top. */
  constructor(
    private readonly stage: Stage,
    private readonly horizon: number,
  ) {
    const random = stage.random('sky');
    const { time } = stage.shot;
    const aspect = stage.width / stage.height;
    const high =
      time === 'night'
        ? between(random, 0.17, 0.3)
        : time === 'day'
          ? 0.15
          : between(random, 0.66, 0.84) * horizon;
    const radius = time === 'day' ? 0.026 : between(random, 0.034, 0.06);
    this.start = { x: between(random, -0.3, 0.3) * aspect, y: high, radius: radius * min(1, aspect * 1.2) };
    this.weather = {
      originX: random() * 100,
      originY: random() * 100,
      cover: time === 'storm' ? between(random, 0.75, 0.95) : between(random, 0.3, 0.75),
      glow: time === 'storm' ? 0.25 : time === 'night' ? 0.4 : 1,
    };
    const cell = fieldCell(stage.width, stage.height, stage.draft ? DRAFT_LINES : LINES);
    this.moving = new MovingField(stage, cell, (field, moment) => this.compute(field, moment));
  }

  at(moment: Moment): Field {
    return this.moving.at(moment);
  }

  sunAt(moment: Moment): Sun {
    const way = this.stage.shot.time === 'dawn' ? -SUN_DRIFT : SUN_DRIFT;
    return { ...this.start, y: this.start.y + way * (moment.share - 0.5) };
  }

  private compute(field: Field, moment: Moment): void {
    const { height } = this.stage;
    const lastRow = ceil((this.horizon * height) / field.cell) + 1;
    for (let row = 0; row < field.rows; row++) {
      const y = (row * field.cell) / height;
      if (row <= lastRow) this.computeRow(field, row, y, moment);
      else this.fillRow(field, row);
    }
  }

  /** Ground is drawn over it; it only has to be a legal colour. */
  private fillRow(field: Field, row: number): void {
    const [luma, blue, red] = this.stage.palette.horizon;
    const start = row * field.columns;
    field.luma.fill(luma, start, start + field.columns);
    field.blue.fill(blue, start, start + field.columns);
    field.red.fill(red, start, start + field.columns);
    field.veil.fill(0, start, start + field.columns);
  }

  private airAt(y: number): Colour {
    const { zenith, middle, horizon } = this.stage.palette;
    const depth = clamp(y / this.horizon, 0, 1);
    return depth < 0.52
      ? mixColours(zenith, middle, smooth(0, 0.54, depth))
      : mixColours(middle, horizon, smooth(0.5, 1, depth));
  }

  private computeRow(field: Field, row: number, y: number, moment: Moment): void {
    const { stage, weather, horizon } = this;
    const { palette, noise, width, height } = stage;
    const air = this.airAt(y);
    const shadowTone = mixColours(palette.cloud, palette.zenith, 0.5);
    const lightTone = mixColours(palette.cloud, palette.sun, 0.38);
    const sun = this.sunAt(moment);
    const drift = moment.seconds * 0.022 * stage.shot.energy + viewAt(stage, moment).pan * 0.25;
    // Clouds shrink and flatten towards the horizon, as a ceiling does.
    const stretch = 1 / (0.25 + max(0, horizon - y) * 1.6);
    const cloudY = stretch * 1.9 + weather.originY;
    const fade = 1 - 0.6 * smooth(0.78, 1, y / horizon);
    const threshold = 0.12 - weather.cover * 0.42;
    for (let column = 0; column < field.columns; column++) {
      const x = (column * field.cell) / height - width / height / 2;
      const dx = x - sun.x;
      const dy = y - sun.y;
      const square = dx * dx + dy * dy;
      const glow = weather.glow * (0.5 * exp(-square * 8) + 0.38 * exp(-square * 55));
      const cloudX = x * stretch * 1.15 + weather.originX + drift * stretch;
      const bend = 0.35 * noise.at(cloudX * 2, cloudY * 2 + moment.seconds * 0.04);
      const density = smooth(threshold, 0.62, noise.fbm(cloudX + bend, cloudY, 4) + 0.16) * fade;
      const lit = clamp(
        0.42 + noise.at(cloudX * 1.7 + 3 + sun.x * 0.2, cloudY * 1.7 + 7) * 0.55 + glow * 1.1,
        0,
        1,
      );
      const veil = density * 0.86;
      const at = row * field.columns + column;
      const blend = (channel: 0 | 1 | 2): number => {
        const lightened = mix(air[channel], palette.sun[channel], min(0.95, glow * 0.9));
        const cloud = mix(shadowTone[channel], lightTone[channel], lit);
        return mix(lightened, cloud, veil);
      };
      field.luma[at] = blend(0);
      field.blue[at] = blend(1);
      field.red[at] = blend(2);
      field.veil[at] = density;
    }
  }
}
