import { drawSun, Stars } from './celestial';
import { FieldPainter } from './field';
import { LayerPainter } from './layer-painter';
import type { Layer } from './layers';
import { particlesFor, type Particles } from './particles';
import type { Picture } from './picture';
import { Sky } from './sky';
import { viewAt, type Moment, type Scene, type Stage } from './stage';
import { Water, type WaterLook } from './water';

const { min, round } = Math;

export interface LandscapePlan {
  /** Where sky and ground meet, in heights of the frame from the top. */
  readonly horizon: number;
  /** Far to near. */
  readonly layers: readonly Layer[];
  readonly water: WaterLook | null;
}

const STARS = 420;

/** A sky, silhouettes in front of it, perhaps water below: what most scenes are. */
export class Landscape implements Scene {
  private readonly sky: Sky;
  private readonly fieldPainter: FieldPainter;
  private readonly layerPainter: LayerPainter;
  private readonly stars: Stars | null;
  private readonly water: Water | null;
  private readonly particles: Particles | null;
  /** First row of water, or of nothing. */
  private readonly floor: number;

  constructor(
    private readonly stage: Stage,
    private readonly plan: LandscapePlan,
  ) {
    const { width, height } = stage;
    this.floor = plan.water ? round((plan.water.line * height) / 2) * 2 : height;
    this.sky = new Sky(stage, plan.horizon);
    this.fieldPainter = new FieldPainter(width);
    this.layerPainter = new LayerPainter(width, plan.layers, plan.horizon * height, this.floor);
    this.stars = stage.shot.time === 'night' ? new Stars(stage.random('stars'), STARS) : null;
    this.water = plan.water ? new Water(stage, plan.water) : null;
    this.particles = particlesFor(stage);
  }

  draw(picture: Picture, moment: Moment): void {
    const view = viewAt(this.stage, moment);
    const sun = this.sky.sunAt(moment);
    const field = this.sky.at(moment);
    const skyRows = this.layerPainter.arrange(view, picture.height);
    this.fieldPainter.paint(field, picture, min(this.floor, skyRows + 2));
    this.stars?.draw(picture, field, moment, this.plan.horizon, view.pan);
    drawSun(this.stage, picture, field, sun);
    this.layerPainter.paint(picture);
    const sunX = sun.x * picture.height + picture.width / 2;
    this.water?.draw(picture, moment.seconds, view.pan, sunX, this.glitter());
    this.particles?.draw(picture, moment.seconds);
  }

  private glitter(): number {
    const { time } = this.stage.shot;
    return time === 'storm' ? 0.05 : time === 'night' ? 0.55 : 1;
  }
}
