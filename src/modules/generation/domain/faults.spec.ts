import { MAX_FAULTS, verdictOf } from './faults';

describe('after a failed attempt', () => {
  test('a policy refusal ends it at once and passes the provider’s words on', () => {
    expect(verdictOf('CONTENT_POLICY', 'No weapons.', 1)).toEqual({
      verb: 'refuse',
      message: 'No weapons.',
      delaySeconds: 0,
    });
  });

  test('a request the provider cannot read is not sent again', () => {
    expect(verdictOf('INVALID_INPUT', 'too long', 1).verb).toBe('fail');
  });

  test('what may pass is tried again, later each time, and given up at the third', () => {
    expect([1, 2, 3].map((faults) => verdictOf('TRANSIENT', 'busy', faults).verb)).toEqual([
      'retry',
      'retry',
      'fail',
    ]);
    expect([1, 2].map((faults) => verdictOf('LOST_WORKER', '', faults).delaySeconds)).toEqual([1, 2]);
    expect(MAX_FAULTS).toBe(3);
  });
});
