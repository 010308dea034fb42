import { arrivalFault, clipFault } from './clip';
import { INPUT_CODECS } from './finish-pass';

const order = { width: 1280, height: 720, fps: 24, seconds: 10 };
const facts = { ...order, seconds: 10.04, fps: 23.98, codec: 'avc', frames: 240 };

describe('what was delivered', () => {
  test('is accepted when it is what was ordered, give or take a tick', () => {
    expect(clipFault(facts, order)).toBeNull();
  });

  test.each([
    [{ ...facts, height: 718 }, '1280×718'],
    [{ ...facts, seconds: 9.4 }, 'lasts 9.40 s'],
    [{ ...facts, seconds: NaN }, 'lasts NaN s'],
    [{ ...facts, fps: 30 }, '30.00 frames per second'],
    [{ ...facts, codec: 'hevc' }, 'hevc'],
  ])('is sent back with the difference named (%#)', (found, words) => {
    expect(clipFault(found, order)).toContain(words);
  });
});

describe('what came from outside', () => {
  const fault = (found: typeof facts): string | null => arrivalFault(found, order, INPUT_CODECS);

  test('may be a few pixels off and encoded otherwise, because it is encoded anew', () => {
    expect(fault({ ...facts, width: 1284, height: 716, codec: 'hevc' })).toBeNull();
  });

  test.each([
    [{ ...facts, width: 1920, height: 1080 }, '1920×1080'],
    [{ ...facts, width: 16_384, height: 16_384 }, '16384×16384'],
    [{ ...facts, seconds: 60 }, 'lasts 60.00 s'],
    [{ ...facts, codec: 'mjpeg' }, 'encoded as mjpeg'],
  ])('is refused with the difference named (%#)', (found, words) => {
    expect(fault(found)).toContain(words);
  });
});
