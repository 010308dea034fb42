import { GROUND_NAMES } from './grounds';
import { appealUntil, completeStatement, missingParts, type StatementDraft } from './statement';

const terms = [
  { version: 3, clauseIds: ['RU-1', 'RU-3'] },
  { version: 2, clauseIds: ['RU-1', 'SH-9'] },
];
const draft: StatementDraft = {
  ground: 'safety',
  clauseId: 'RU-3',
  facts: 'At eight seconds a recognisable person is hit.',
  timecodes: [{ at: 8, until: 9.5 }],
  remedy: 'Cut the blow.',
};
const missing = (change: Partial<StatementDraft>) => missingParts({ ...draft, ...change }, terms, 10);

describe('statement of reasons', () => {
  test('grounds are five, and none of them is tone or opinion', () => {
    expect([...GROUND_NAMES]).toEqual(['safety', 'rights', 'confidentiality', 'technical', 'terms']);
    expect(missing({ ground: 'off_brand' })).toEqual(['ground']);
    expect(missing({ ground: 'negative tone' })).toEqual(['ground']);
    expect(missing({ ground: 'toString' })).toEqual(['ground']);
  });

  test('a whole statement misses nothing', () => {
    expect(missing({})).toEqual([]);
    expect(missing({ timecodes: undefined })).toEqual([]);
  });

  test('nothing at all misses every part that must be said', () => {
    expect(missingParts({}, terms, 10)).toEqual(['ground', 'clauseId', 'facts', 'remedy']);
  });

  test('facts need twenty characters, not counting the blanks around them', () => {
    expect(missing({ facts: '12345678901234567890' })).toEqual([]);
    expect(missing({ facts: '   1234567890123456789   ' })).toEqual(['facts']);
  });

  test('a clause must be in the version cited: that in force, or that of the submission', () => {
    expect(missing({ clauseId: 'SH-9' })).toEqual(['clauseId']);
    expect(missing({ clauseId: 'SH-9', termsVersion: 2 })).toEqual([]);
    expect(missing({ clauseId: 'RU-3', termsVersion: 2 })).toEqual(['clauseId']);
    expect(missing({ termsVersion: 1 })).toEqual(['termsVersion']);
  });

  test('time-codes lie within the clip and run forward', () => {
    expect(missing({ timecodes: [{ at: 10 }] })).toEqual([]);
    expect(missing({ timecodes: [{ at: 10.1 }] })).toEqual(['timecodes']);
    expect(missing({ timecodes: [{ at: 4, until: 4 }] })).toEqual(['timecodes']);
    expect(missing({ timecodes: [{ at: 4, until: 11 }] })).toEqual(['timecodes']);
  });

  test('it says who decided by role, from which version, and until when to appeal', () => {
    const decidedAt = new Date('2026-02-10T09:30:00Z');
    expect(completeStatement(draft, { terms, decidedAt, role: 'reviewer' })).toEqual({
      ...draft,
      termsVersion: 3,
      isAutomated: false,
      appealUntil: '2026-08-10T09:30:00.000Z',
      decidedByRole: 'reviewer',
    });
  });

  test('a draft with missing parts cannot be made whole', () => {
    expect(() =>
      completeStatement({ ...draft, remedy: undefined }, { terms, decidedAt: new Date(), role: 'reviewer' }),
    ).toThrow('missing parts');
  });

  test('six months from the last day of August end on the last day of February', () => {
    expect(appealUntil(new Date('2026-08-31T10:00:00Z')).toISOString()).toBe('2027-02-28T10:00:00.000Z');
    expect(appealUntil(new Date('2027-08-31T10:00:00Z')).toISOString()).toBe('2028-02-29T10:00:00.000Z');
    expect(appealUntil(new Date('2026-07-15T00:00:00Z')).toISOString()).toBe('2027-01-15T00:00:00.000Z');
  });
});
