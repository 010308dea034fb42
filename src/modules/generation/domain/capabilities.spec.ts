import { fitting, misfit, type Capabilities } from './capabilities';

const clip = { provider: 'procedural', seconds: 10, width: 1280, height: 720, fps: 24 } as const;

describe('what a worker can do', () => {
  test.each<[string, Capabilities, ReturnType<typeof misfit>]>([
    ['everything, when it names no limit', {}, null],
    ['what it names', { models: ['procedural'], maxWidth: 1280, maxHeight: 720, maxSeconds: 10 }, null],
    ['no other model', { models: ['wan'] }, 'model'],
    ['nothing, when it names no model', { models: [] }, 'model'],
    ['nothing wider', { maxWidth: 1279 }, 'size'],
    ['nothing higher', { maxHeight: 719 }, 'size'],
    ['nothing longer', { maxSeconds: 9 }, 'length'],
    ['no other frame rate', { frameRates: [30] }, 'frame_rate'],
  ])('%s', (_name, can, reason) => {
    expect(misfit(can, clip)).toBe(reason);
  });

  test('what does not fit is counted by its reason, what fits keeps its order', () => {
    const long = { ...clip, seconds: 60 };
    const other = { ...clip, provider: 'wan' };
    const first = { ...clip, seconds: 1 };
    expect(fitting({ models: ['procedural'], maxSeconds: 10 }, [long, first, other, long, clip])).toEqual({
      fit: [first, clip],
      skipped: { length: 2, model: 1 },
    });
  });
});
