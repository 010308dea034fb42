import { MAX_FAULTS, verdictOf } from './faults';

describe('after a failed attempt', () => {
  test('a policy refusal ends it at once and passes the provider’s words on', () => {
    expect(verdictOf('CONTENT_POLICY', 'No weapons.', 0)).toEqual({
      verb: 'refuse',
      message: 'No weapons.',
      delaySeconds: 0,
      faults: 1,
    });
  });

  test('a request the provider cannot read is not sent again', () => {
    expect(verdictOf('INVALID_INPUT', 'too long', 0).verb).toBe('fail');
  });

  test('what may pass is tried again, later each time, and given up at the third', () => {
    expect([0, 1, 2].map((faults) => verdictOf('TRANSIENT', 'busy', faults).verb)).toEqual([
      'retry',
      'retry',
      'fail',
    ]);
    expect([0, 1].map((faults) => verdictOf('LOST_WORKER', '', faults).delaySeconds)).toEqual([1, 2]);
    expect(MAX_FAULTS).toBe(3);
  });

  test('what is no clip’s fault is tried again for ever, as late as the vendor asks, and counts against nobody', () => {
    for (const code of ['AUTH', 'QUOTA', 'RATE_LIMITED'] as const) {
      expect(verdictOf(code, 'later', 2, 7)).toMatchObject({ verb: 'retry', faults: 2, delaySeconds: 7 });
    }
    expect(verdictOf('RATE_LIMITED', 'later', 0).delaySeconds).toBe(15);
  });

  test('a submit whose fate is unknown is never sent again by itself', () => {
    expect(verdictOf('LOST_SUBMIT', '', 0).verb).toBe('fail');
  });
});
