import type { ProviderLimits } from './provider';
import { limitFaults, seedsOf, type ClipSpec } from './request';

const spec: ClipSpec = {
  prompt: 'a lighthouse in fog',
  negativePrompt: null,
  style: 'noir',
  seconds: 10,
  resolution: '720p',
  fps: 25,
  aspect: '16:9',
  draft: true,
};
const limits: ProviderLimits = {
  minSeconds: 2,
  maxSeconds: 12,
  maxWidth: 1280,
  maxHeight: 720,
  frameRates: [24, 30],
  styles: ['none', 'noir'],
  maxPromptLength: 500,
};

describe('a provider’s limits', () => {
  test('a request within them has no faults', () => {
    expect(limitFaults({ ...spec, fps: 24 }, limits)).toEqual([]);
  });

  test('each fault names its field, the limit and the nearest allowed value', () => {
    const faults = limitFaults(
      { ...spec, seconds: 60, resolution: '1080p', style: 'anime', prompt: 'x'.repeat(501) },
      limits,
    );
    expect(faults.map((fault) => fault.field)).toEqual(['seconds', 'resolution', 'fps', 'prompt']);
    expect(faults[0]?.faults[0]).toContain('nearest allowed: 12');
    expect(faults[1]?.faults[0]).toContain('nearest allowed: 720p');
    expect(faults[2]?.faults[0]).toContain('nearest allowed: 24');
    expect(faults[3]?.faults[0]).toContain('nearest allowed: 500');
  });

  test('of a few sizes names the largest of them in the same shape', () => {
    const sizes = ['1280x720', '720x1280'];
    const [fault] = limitFaults({ ...spec, resolution: '480p', fps: 24 }, { ...limits, sizes });
    expect(fault).toMatchObject({ field: 'resolution' });
    expect(fault?.faults[0]).toContain('nearest allowed: 720p');
    const [shape] = limitFaults({ ...spec, aspect: '1:1', fps: 24 }, { ...limits, sizes });
    expect(shape?.faults[0]).toContain('no resolution fits with 1:1');
  });

  test('variations take the following seeds and wrap at 2^32', () => {
    expect(seedsOf(4_294_967_294, 3)).toEqual([4_294_967_294, 4_294_967_295, 0]);
  });
});
