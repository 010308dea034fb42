import * as fc from 'fast-check';
import { planOf, type PlanRequest } from './plan';
import { SCENES } from './vocabulary';

const REQUEST: PlanRequest = {
  prompt: 'quiet',
  negativePrompt: null,
  style: 'none',
  seconds: 10,
  width: 640,
  height: 360,
  fps: 24,
  seed: 7,
  draft: false,
};

describe('planning a clip', () => {
  it('covers every frame by exactly one shot, whatever the length and rate', () => {
    const requests = fc.record({
      seconds: fc.double({ min: 1, max: 60, noNaN: true }),
      fps: fc.constantFrom(24 as const, 25 as const, 30 as const),
      seed: fc.integer({ min: 0, max: 0xffffffff }),
    });
    fc.assert(
      fc.property(requests, (part) => {
        const plan = planOf({ ...REQUEST, ...part });
        expect(plan.frames).toBe(Math.round(part.seconds * part.fps));
        let next = 0;
        for (const shot of plan.shots) {
          expect(shot.firstFrame).toBe(next);
          expect(shot.endFrame - shot.firstFrame).toBeGreaterThan(plan.fadeFrames);
          next = shot.endFrame;
        }
        expect(next).toBe(plan.frames);
      }),
    );
  });

  it('gives the same plan for the same seed and another for another', () => {
    expect(planOf(REQUEST)).toEqual(planOf({ ...REQUEST }));
    expect(planOf(REQUEST).shots[0]!.seed).not.toBe(planOf({ ...REQUEST, seed: 8 }).shots[0]!.seed);
  });

  it('keeps the composition of a draft, another style and another size', () => {
    const { shots } = planOf(REQUEST);
    expect(planOf({ ...REQUEST, draft: true, style: 'noir', width: 1920, height: 1080 }).shots).toEqual(
      shots,
    );
  });

  it('lets the seed choose among all scenes when the prompt names none', () => {
    const seen = new Set(
      Array.from({ length: 200 }, (_, seed) => planOf({ ...REQUEST, seed }).shots[0]!.scene),
    );
    expect([...seen].toSorted()).toEqual(SCENES.toSorted());
  });

  it('cuts a minute into several shots of about seven seconds', () => {
    expect(planOf({ ...REQUEST, seconds: 60 }).shots).toHaveLength(9);
    expect(planOf({ ...REQUEST, seconds: 3 }).shots).toHaveLength(1);
  });
});
