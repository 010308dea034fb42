import { createField, mixFields, type Field } from './field';
import type { Noise } from './noise';
import type { Palette } from './palettes';
import type { Picture } from './picture';
import type { Shot } from './plan';
import type { Random } from './random';
import type { Look } from './styles';

const { abs, floor, max, min } = Math;

/** What a scene is built from. Lengths inside a scene are in heights of the frame unless they say pixels. */
export interface Stage {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  /** Length of the shot. */
  readonly seconds: number;
  readonly draft: boolean;
  readonly shot: Shot;
  readonly look: Look;
  readonly palette: Palette;
  readonly noise: Noise;
  /** A stream of its own for each purpose. */
  random(purpose: string): Random;
}

/** A point in time of one shot. Seconds run from its first frame and may fall outside of it during a cross-fade. */
export interface Moment {
  /** Counted from the start of the shot. */
  readonly frame: number;
  readonly seconds: number;
  /** 0 at the start of the shot, 1 at its end. */
  readonly share: number;
}

export interface Scene {
  /** Covers every pixel of the picture. */
  draw(picture: Picture, moment: Moment): void;
}

export function momentOf(stage: Stage, frame: number): Moment {
  const seconds = frame / stage.fps;
  return { frame, seconds, share: min(1, max(0, seconds / stage.seconds)) };
}

export interface View {
  /** How far the camera has gone to the right, in heights of the frame, for what is nearest. */
  readonly pan: number;
  /** 1 is not magnified. */
  readonly zoom: number;
}

const PAN_PER_SECOND = 0.042;
const ZOOM_PER_SECOND = 0.011;

/** The longest way the camera goes to either side, in heights of the frame. */
export function panReach(stage: Stage): number {
  const overhang = 1;
  return PAN_PER_SECOND * stage.shot.energy * (stage.seconds / 2 + overhang);
}

/** Pans pass through the middle of the composition half-way; zooms always end on the fuller view. */
export function viewAt(stage: Stage, moment: Moment): View {
  const { camera, energy } = stage.shot;
  const way = (moment.seconds - stage.seconds / 2) * PAN_PER_SECOND * energy;
  const growth = ZOOM_PER_SECOND * energy;
  switch (camera) {
    case 'left':
      return { pan: -way, zoom: 1 };
    case 'right':
      return { pan: way, zoom: 1 };
    case 'in':
      return { pan: 0, zoom: 1 + growth * (moment.seconds + 1) };
    case 'out':
      return { pan: 0, zoom: 1 + growth * max(0, stage.seconds + 1 - moment.seconds) };
    case 'still':
      return { pan: 0, zoom: 1 };
  }
}

/**
 * A field that changes slowly: worked out at every fourth frame, mixed in between. The moments are counted from the start
 * of the shot, so every render thread comes to the same values whichever frames it draws.
 */
export class MovingField {
  private static readonly SPACING = 4;
  private readonly keys = new Map<number, Field>();
  private readonly now: Field;

  constructor(
    private readonly stage: Stage,
    private readonly cell: number,
    private readonly compute: (field: Field, moment: Moment) => void,
  ) {
    this.now = createField(stage.width, stage.height, cell);
  }

  at(moment: Moment): Field {
    const place = moment.frame / MovingField.SPACING;
    const before = floor(place);
    mixFields(this.key(before), this.key(before + 1), place - before, this.now);
    return this.now;
  }

  private key(index: number): Field {
    const known = this.keys.get(index);
    if (known) return known;
    const field = this.recycled(index) ?? createField(this.stage.width, this.stage.height, this.cell);
    this.compute(field, momentOf(this.stage, index * MovingField.SPACING));
    this.keys.set(index, field);
    return field;
  }

  private recycled(index: number): Field | null {
    for (const [other, field] of this.keys) {
      if (abs(other - index) <= 1) continue;
      this.keys.delete(other);
      return field;
    }
    return null;
  }
}
