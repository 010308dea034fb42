import type { VideoRequest } from '../../../domain/provider';
import { estimateSeconds, faultOf } from './request';

const REQUEST: VideoRequest = {
  requestId: 'r',
  prompt: 'sea',
  negativePrompt: null,
  style: 'none',
  seconds: 10,
  width: 1920,
  height: 1080,
  fps: 24,
  seed: 0,
  draft: false,
  reference: null,
  parameters: {},
  mark: null,
};

describe('requests to the procedural provider', () => {
  it('are accepted in every size of the programme', () => {
    for (const [width, height] of [
      [640, 360],
      [1080, 1920],
      [1080, 1080],
      [2580, 1080],
      [1920, 804],
    ] as const) {
      expect(faultOf({ ...REQUEST, width, height })).toBeNull();
    }
  });

  it.each<[string, Partial<VideoRequest>]>([
    ['an odd width', { width: 1921 }],
    ['a frame that is too large', { width: 3840, height: 2160 }],
    ['a length of zero', { seconds: 0 }],
    ['a length that is no number', { seconds: NaN }],
    ['a length over a minute', { seconds: 61 }],
    ['a seed below zero', { seed: -1 }],
    ['a prompt that is too long', { prompt: 'x'.repeat(2001) }],
  ])('are refused for %s', (_, part) => {
    expect(faultOf({ ...REQUEST, ...part })).toEqual(expect.any(String));
  });

  it('are expected to take longer when they are longer', () => {
    expect(estimateSeconds({ ...REQUEST, seconds: 60 }, 2)).toBeGreaterThan(estimateSeconds(REQUEST, 2) * 4);
  });
});
