import { clipFault } from './clip';

const order = { width: 1280, height: 720, fps: 24, seconds: 10 };
const facts = { ...order, seconds: 10.04, fps: 23.98, codec: 'avc', frames: 240 };

describe('what was delivered', () => {
  test('is accepted when it is what was ordered, give or take a tick', () => {
    expect(clipFault(facts, order, 240)).toBeNull();
  });

  test.each([
    [{ ...facts, height: 718 }, 240, '1280×718'],
    [{ ...facts, seconds: 9.4 }, 240, 'lasts 9.40 s'],
    [{ ...facts, fps: 30 }, 240, '30.00 frames per second'],
    [{ ...facts, codec: 'hevc' }, 240, 'hevc'],
    [facts, 200, 'only 200 of its 240'],
  ])('is sent back with the difference named (%#)', (found, decoded, words) => {
    expect(clipFault(found, order, decoded)).toContain(words);
  });
});
