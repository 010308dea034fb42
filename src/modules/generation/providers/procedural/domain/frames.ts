import { Grade } from './grade';
import { smooth } from './maths';
import { Noise } from './noise';
import { paletteOf } from './palettes';
import { frameBytes, pictureOver } from './picture';
import type { Plan, Shot } from './plan';
import { randomFor } from './random';
import { SCENE_BUILDERS } from './scenes/scenes';
import { momentOf, type Scene, type Stage } from './stage';
import { LOOKS } from './styles';

function stageOf(plan: Plan, shot: Shot): Stage {
  const look = LOOKS[plan.style];
  const random = (purpose: string) => randomFor(`${shot.seed}|${purpose}`);
  return {
    width: plan.width,
    height: plan.height,
    fps: plan.fps,
    seconds: (shot.endFrame - shot.firstFrame) / plan.fps,
    draft: plan.draft,
    shot,
    look,
    palette: paletteOf(shot, look, random('palette')),
    noise: new Noise(random('noise')),
    random,
  };
}

/**
 * Draws any frame of a plan, in any order. What a frame looks like depends on the plan and its number alone, so frames may
 * be shared out between threads.
 */
export class FrameRenderer {
  private readonly grade: Grade;
  private readonly built = new Map<number, { stage: Stage; scene: Scene }>();
  private second: Uint8Array | null = null;

  constructor(private readonly plan: Plan) {
    this.grade = new Grade(LOOKS[plan.style], plan.width, plan.height, plan.seed);
  }

  /** Fills `target` (width × height × 1.5 bytes, yuv420p, BT.709 limited range). */
  draw(frame: number, target: Uint8Array): void {
    const { plan } = this;
    const found = plan.shots.findIndex((shot) => frame < shot.endFrame);
    const index = found < 0 ? plan.shots.length - 1 : found;
    this.drawShot(index, frame, target);
    const left = plan.shots[index]!.endFrame - frame;
    if (index + 1 < plan.shots.length && left <= plan.fadeFrames) {
      this.second ??= new Uint8Array(frameBytes(plan.width, plan.height));
      this.drawShot(index + 1, frame, this.second);
      fade(target, this.second, smooth(0, 1, 1 - left / (plan.fadeFrames + 1)));
    }
    this.grade.apply(pictureOver(target, plan.width, plan.height), frame);
  }

  private drawShot(index: number, frame: number, target: Uint8Array): void {
    const shot = this.plan.shots[index]!;
    const { stage, scene } = this.sceneOf(index, shot);
    scene.draw(
      pictureOver(target, this.plan.width, this.plan.height),
      momentOf(stage, frame - shot.firstFrame),
    );
  }

  private sceneOf(index: number, shot: Shot): { stage: Stage; scene: Scene } {
    const known = this.built.get(index);
    if (known) return known;
    // A scene holds several megabytes; no frame needs more than the present one and the next.
    for (const other of this.built.keys()) if (Math.abs(other - index) > 1) this.built.delete(other);
    const stage = stageOf(this.plan, shot);
    const entry = { stage, scene: SCENE_BUILDERS[shot.scene](stage) };
    this.built.set(index, entry);
    return entry;
  }
}

function fade(target: Uint8Array, next: Uint8Array, share: number): void {
  const weight = Math.round(share * 256);
  for (let i = 0; i < target.length; i++) target[i] = target[i]! + (((next[i]! - target[i]!) * weight) >> 8);
}
