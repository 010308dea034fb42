import { isLate } from './lateness';

describe('a clip', () => {
  test('is late when it comes more than a minute after what was said', () => {
    expect([59, 60, 60.5, 600].map((lateSeconds) => isLate({ lateSeconds }))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});
