import { createHash } from 'node:crypto';
import { STYLES } from '../../../domain/provider';
import { FrameRenderer } from './frames';
import { frameBytes } from './picture';
import { planOf, type PlanRequest } from './plan';
import { SCENES } from './vocabulary';

const REQUEST: PlanRequest = {
  prompt: '',
  negativePrompt: null,
  style: 'cinematic',
  seconds: 2,
  width: 192,
  height: 108,
  fps: 24,
  seed: 7,
  draft: false,
};

/** A word for each scene, with weather and hours spread over them. */
const PROMPTS: Readonly<Record<(typeof SCENES)[number], string>> = {
  mountain: 'mountain at dawn in the snow',
  ocean: 'ocean at sunset',
  dunes: 'desert at noon, dusty',
  forest: 'forest at night',
  city: 'city at night in the rain',
  cosmos: 'purple nebula',
  flow: 'liquid silk with embers',
};

function drawFrame(part: Partial<PlanRequest>, frame = 30): Uint8Array {
  const request = { ...REQUEST, ...part };
  const target = new Uint8Array(frameBytes(request.width, request.height));
  new FrameRenderer(planOf(request)).draw(frame, target);
  return target;
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

function rangeOf(plane: Uint8Array): [least: number, most: number] {
  return [plane.reduce((a, b) => Math.min(a, b), 255), plane.reduce((a, b) => Math.max(a, b), 0)];
}

/** What no video player should be given; a value that is not a number would be stored as 0. */
function faultsOf(bytes: Uint8Array, width: number, height: number): string[] {
  const [darkest, brightest] = rangeOf(bytes.subarray(0, width * height));
  const [lowest, highest] = rangeOf(bytes.subarray(width * height));
  const faults: string[] = [];
  if (darkest < 16 || brightest > 235) faults.push(`luma ${darkest} … ${brightest}`);
  if (lowest < 16 || highest > 240) faults.push(`chroma ${lowest} … ${highest}`);
  if (brightest - darkest < 40) faults.push('plain surface');
  return faults;
}

describe('drawing frames', () => {
  it('draws the known picture of each scene, byte for byte', () => {
    const digests = SCENES.map((scene) => `${scene} ${digest(drawFrame({ prompt: PROMPTS[scene] }))}`);
    expect(digests).toMatchInlineSnapshot(`
     [
       "mountain bac00adebaa24595",
       "ocean 1d907cc533fe944a",
       "dunes fcf30640753426ec",
       "forest c83b358be524c455",
       "city cf614a76e2d2cd31",
       "cosmos dd6568737f201158",
       "flow 99990b92d74f1208",
     ]
    `);
  });

  it.each(STYLES)('stays in the legal range of video in every scene as %s', (style) => {
    for (const scene of SCENES) {
      expect(faultsOf(drawFrame({ prompt: PROMPTS[scene], style }), REQUEST.width, REQUEST.height)).toEqual(
        [],
      );
    }
  });

  it.each([
    [122, 216],
    [128, 128],
    [258, 108],
    [194, 110],
  ])('fills a frame of %d×%d in every scene', (width, height) => {
    for (const scene of SCENES) {
      expect(faultsOf(drawFrame({ prompt: PROMPTS[scene], width, height }), width, height)).toEqual([]);
    }
  });

  it('draws the same frame whichever frames it drew before', () => {
    const plan = planOf({ ...REQUEST, prompt: 'ocean, pan left', seconds: 20 });
    const inOrder = new FrameRenderer(plan);
    const alone = new FrameRenderer(plan);
    const first = new Uint8Array(frameBytes(plan.width, plan.height));
    const second = new Uint8Array(first.length);
    // Runs through the cross-fade into the second shot.
    for (let frame = 140; frame < 168; frame++) inOrder.draw(frame, first);
    alone.draw(20, second);
    alone.draw(167, second);
    expect(digest(second)).toBe(digest(first));
  });

  it('moves from frame to frame', () => {
    for (const scene of SCENES) {
      const part = { prompt: PROMPTS[scene], style: 'anime' as const };
      expect(digest(drawFrame(part, 31))).not.toBe(digest(drawFrame(part, 12)));
    }
  });

  it('draws another picture for another seed', () => {
    for (const scene of SCENES) {
      expect(digest(drawFrame({ prompt: PROMPTS[scene], seed: 8 }))).not.toBe(
        digest(drawFrame({ prompt: PROMPTS[scene] })),
      );
    }
  });

  it('shows the composition of the final in a draft', () => {
    for (const scene of SCENES) {
      const final = drawFrame({ prompt: PROMPTS[scene] });
      const draft = drawFrame({ prompt: PROMPTS[scene], draft: true });
      const luma = REQUEST.width * REQUEST.height;
      let difference = 0;
      for (let i = 0; i < luma; i++) difference += Math.abs(final[i]! - draft[i]!);
      expect(difference / luma).toBeLessThan(4);
    }
  });

  it('is without colour in noir and barred in cinematic widescreen', () => {
    const noir = drawFrame({ prompt: PROMPTS.ocean, style: 'noir' }).subarray(REQUEST.width * REQUEST.height);
    expect(noir.every((value) => Math.abs(value - 128) <= 1)).toBe(true);
    expect(
      drawFrame({ prompt: PROMPTS.ocean })
        .subarray(0, REQUEST.width * 12)
        .every((value) => value === 16),
    ).toBe(true);
  });
});
