import { DAY } from '../../../kernel/clock';
import { isGuarded, lookTiming } from './guard';

const now = new Date('2026-11-26T10:00:00Z');
const ago = (days: number): Date => new Date(now.getTime() - days * DAY);
const yes = { guarded: true, isSampled: false };

describe('the guard', () => {
  test('lasts for sixty days after the last protected act', () => {
    expect([59, 60, 61].map((days) => isGuarded(ago(days), now))).toEqual([true, true, false]);
    expect(isGuarded(new Date(ago(60).getTime() - 1), now)).toBe(false);
    expect(isGuarded(null, now)).toBe(false);
  });

  test('lets act at once where others would be harmed meanwhile, and looks afterwards', () => {
    expect(lookTiming('key_quarantined', 'security', yes)).toBe('after');
    expect(lookTiming('work_taken_down', 'safety', yes)).toBe('after');
    expect(lookTiming('work_taken_down', 'terms', yes)).toBe('before');
    expect(lookTiming('submission_declined', 'safety', yes)).toBe('before');
  });

  test('cannot be told from chance', () => {
    const chosen = { guarded: false, isSampled: true };
    expect(lookTiming('feedback_declined', 'evidence', chosen)).toBe(
      lookTiming('feedback_declined', 'evidence', yes),
    );
    expect(lookTiming('feedback_declined', 'evidence', { guarded: false, isSampled: false })).toBe('none');
  });

  test('has nothing to say where nobody of the programme decided', () => {
    expect(lookTiming('generation_refused', 'model', yes)).toBe('none');
  });
});
