import * as fc from 'fast-check';
import { HOUR, later } from '../../../kernel/clock';
import { AUDIENCE_NAMES, LABEL_NAMES } from './audience';
import { CLOCKS, dueAt, RESUBMISSION_HOURS, resumedDueAt, RISK_TABLE, riskOf, RISKS } from './risk';

const plain = {
  labels: [],
  audience: 'wide',
  rights: { likenesses: 'none', thirdPartyMaterial: 'none' },
} as const;
const rank = (risk: (typeof RISKS)[number]): number => RISKS.indexOf(risk);

describe('risk', () => {
  test('a clip without anything to declare is of low risk, and the clock approves it after 24 hours', () => {
    expect(riskOf(plain)).toEqual({ risk: 'low', because: [] });
    expect(CLOCKS.low).toMatchObject({ hours: 24, atDeadline: 'approve' });
  });

  test('medium and high are never approved by the clock', () => {
    expect([CLOCKS.medium.atDeadline, CLOCKS.high.atDeadline]).toEqual(['escalate', 'escalate']);
  });

  test('the highest row that applies counts, and says why', () => {
    expect(riskOf({ ...plain, labels: ['violence', 'minors'] })).toEqual({
      risk: 'high',
      because: ['children or young people are shown'],
    });
    expect(riskOf({ ...plain, labels: ['violence'] }).risk).toBe('medium');
  });

  test('a public figure is high for everybody to see and medium in a portfolio', () => {
    const rights = { likenesses: 'public_figure', thirdPartyMaterial: 'none' } as const;
    expect(riskOf({ ...plain, rights }).risk).toBe('high');
    expect(riskOf({ ...plain, rights, audience: 'portfolio' }).risk).toBe('medium');
    expect(riskOf({ ...plain, rights, audience: 'portfolio', labels: ['politics'] }).risk).toBe('high');
  });

  test('politics alone raises no risk: an opinion is none', () => {
    expect(riskOf({ ...plain, labels: ['politics', 'strong_language'] }).risk).toBe('low');
  });

  test('declaring one label more never lowers the class', () => {
    const label = fc.constantFrom(...LABEL_NAMES);
    const property = fc.property(
      fc.array(label),
      label,
      fc.constantFrom(...AUDIENCE_NAMES),
      (labels, more, audience) => {
        const before = riskOf({ ...plain, labels, audience });
        const after = riskOf({ ...plain, labels: [...labels, more], audience });
        expect(rank(after.risk)).toBeGreaterThanOrEqual(rank(before.risk));
      },
    );
    fc.assert(property);
  });

  test('every row of the table names a class above low and a condition', () => {
    for (const { risk, because, ...conditions } of RISK_TABLE) {
      expect(risk).not.toBe('low');
      expect(because).not.toBe('');
      expect(Object.keys(conditions).length).toBeGreaterThan(0);
    }
  });

  test('the clock stands still while the artist works, and leaves at least four hours', () => {
    const at = new Date('2026-03-01T08:00:00Z');
    const due = dueAt('medium', at);
    expect(due.toISOString()).toBe('2026-03-03T08:00:00.000Z');
    const back = new Date('2026-03-10T12:00:00Z');
    expect(resumedDueAt(due, later(at, 8 * HOUR), back)).toEqual(later(back, 40 * HOUR));
    expect(resumedDueAt(due, later(due, -HOUR), back)).toEqual(later(back, RESUBMISSION_HOURS * HOUR));
    expect(resumedDueAt(due, later(due, HOUR), back)).toEqual(later(back, RESUBMISSION_HOURS * HOUR));
  });
});
