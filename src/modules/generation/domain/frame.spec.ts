import { frameSize } from './frame';
import { ASPECTS, RESOLUTIONS } from './provider';

describe('frame size', () => {
  test('the sizes everybody expects', () => {
    expect(frameSize('1080p', '16:9')).toEqual({ width: 1920, height: 1080 });
    expect(frameSize('720p', '9:16')).toEqual({ width: 720, height: 1280 });
    expect(frameSize('480p', '16:9')).toEqual({ width: 854, height: 480 });
    expect(frameSize('360p', '1:1')).toEqual({ width: 360, height: 360 });
    expect(frameSize('1080p', '2.39:1')).toEqual({ width: 1920, height: 804 });
  });

  test('both sides are even, and within one percent of the aspect asked for', () => {
    for (const resolution of RESOLUTIONS) {
      for (const aspect of ASPECTS) {
        const { width, height } = frameSize(resolution, aspect);
        const [across, down] = aspect.split(':').map(Number) as [number, number];
        expect([width % 2, height % 2]).toEqual([0, 0]);
        expect(Math.abs(width / height / (across / down) - 1)).toBeLessThan(0.01);
      }
    }
  });
});
