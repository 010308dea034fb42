import { DAY } from '../../../kernel/clock';
import { messagesOf, WEBHOOK_EVENTS } from './webhook-events';
import { afterTry, isSpent } from './webhook-retry';

const answered = (status: number) => ({ status, fault: null });
const silent = { status: null, fault: 'too_slow' };

describe('a message that is sent to an endpoint', () => {
  it('is received by any 2xx and by nothing else', () => {
    for (const status of [200, 201, 204, 299]) expect(afterTry(1, answered(status)).kind).toBe('delivered');
    for (const status of [199, 301, 302, 400, 404, 429, 500, 503])
      expect(afterTry(1, answered(status)).kind).toBe('wait');
    expect(afterTry(1, silent).kind).toBe('wait');
  });

  it('is tried ten times over about three days, then given up', () => {
    const pauses: number[] = [];
    for (let attempts = 1; ; attempts += 1) {
      const next = afterTry(attempts, silent);
      if (next.kind !== 'wait') break;
      pauses.push(next.milliseconds);
    }
    expect(pauses).toHaveLength(9);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    const days = pauses.reduce((sum, pause) => sum + pause, 0) / DAY;
    expect(days).toBeGreaterThan(3);
    expect(days).toBeLessThan(4);
  });

  it('holds only the named members: no text that a person wrote leaves by it', () => {
    const payload = {
      submissionId: 'sub_1',
      title: 'Mine',
      note: 'private',
      statement: { facts: 'x' },
      to: 'declined',
    };
    const [message] = messagesOf('approval.submission_moved', payload);
    expect(message?.name).toBe('submission.moved');
    expect(message?.data).toMatchObject({ submissionId: 'sub_1', to: 'declined' });
    expect(Object.keys(message?.data ?? {})).not.toEqual(expect.arrayContaining(['note']));
    for (const { members } of Object.values(WEBHOOK_EVENTS))
      for (const text of ['note', 'statement', 'reasons', 'title', 'email'])
        expect(members).not.toContain(text);
    expect(messagesOf('access.session_opened', {})).toEqual([]);
  });
});

describe('an endpoint that fails', () => {
  const now = new Date('2026-06-04T00:00:00Z');
  const since = (days: number): Date => new Date(now.getTime() - days * DAY);

  it('is disabled at once when it says it is gone, and after three days of nothing but failures', () => {
    expect(isSpent(answered(410), { failures: 1, failingSince: now }, now)).toBe(true);
    expect(isSpent(silent, { failures: 5, failingSince: since(3) }, now)).toBe(true);
    expect(isSpent(silent, { failures: 500, failingSince: since(2.9) }, now)).toBe(false);
    expect(isSpent(silent, { failures: 4, failingSince: since(9) }, now)).toBe(false);
    expect(isSpent(silent, { failures: 9, failingSince: null }, now)).toBe(false);
  });
});
