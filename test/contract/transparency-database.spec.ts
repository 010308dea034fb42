import { ALL_GROUND_NAMES } from '../../src/modules/redress/domain/grounds';
import { STATEMENT_KINDS } from '../../src/modules/redress/domain/kinds';
import { AUTOMATION, SOURCES } from '../../src/modules/redress/domain/statement';
import {
  isReportable,
  transparencyRecord,
  type Reported,
  type TransparencyRecord,
} from '../../src/modules/redress/domain/transparency';
import { faultsOf } from '../support/transparency';

const now = new Date('2026-11-26T10:00:00Z');
const reported: Reported = {
  id: 'sor_01k0000000000000000000000',
  kind: 'work_taken_down',
  ground: 'rights',
  ruleSource: 'clause',
  ruleId: 'SH-2',
  ruleVersion: 3,
  ruleText: 'Show only what is yours.',
  facts: 'A registered logo is readable from second 2 to 4.',
  territories: null,
  endsAt: null,
  isFoundBySoftware: false,
  automation: 'none',
  source: 'own',
  decidedAt: now,
  contentAt: null,
};

/** As the file has it: only the members that say something. */
const sent = (record: TransparencyRecord | null) =>
  Object.fromEntries(Object.entries(record ?? {}).filter(([, value]) => value !== ''));

describe('the shape of the EC transparency database', () => {
  const faults = faultsOf();

  it('holds for every kind of act, on every ground, by clause, criterion and law', () => {
    let count = 0;
    for (const kind of STATEMENT_KINDS.filter(isReportable))
      for (const ground of ALL_GROUND_NAMES)
        for (const ruleSource of ['clause', 'criterion', 'law'] as const) {
          const ruleVersion = ruleSource === 'clause' ? 3 : null;
          const endsAt = kind === 'enrollment_suspended' ? now : null;
          const it = { ...reported, kind, ground, ruleSource, ruleVersion, endsAt };
          const record = sent(transparencyRecord(it, 'https://atelier.example'));
          expect({ kind, ground, ruleSource, faults: faults(record) }).toEqual({
            kind,
            ground,
            ruleSource,
            faults: [],
          });
          count += 1;
        }
    expect(count).toBe(STATEMENT_KINDS.filter(isReportable).length * ALL_GROUND_NAMES.length * 3);
  });

  it('holds for every source and degree of automation, and for texts of any length', () => {
    for (const source of SOURCES)
      for (const automation of AUTOMATION) {
        const long = { ruleText: 'r'.repeat(20_000), facts: 'f'.repeat(20_000), ruleId: 'i'.repeat(2_000) };
        const it = { ...reported, ...long, source, automation, isFoundBySoftware: automation !== 'none' };
        expect(faults(sent(transparencyRecord(it, 'https://atelier.example')))).toEqual([]);
      }
  });

  it('is one that refuses: without a decision, with a word that is not in its lists, or with a part missing', () => {
    const whole = sent(transparencyRecord(reported, 'https://atelier.example'));
    const { decision_visibility: _, ...undecided } = whole;
    expect(faults(undecided)).not.toEqual([]);
    expect(faults({ ...whole, category: 'STATEMENT_CATEGORY_TASTE' })).not.toEqual([]);
    expect(faults({ ...whole, decision_monetary: 'DECISION_MONETARY_OTHER' })).not.toEqual([]);
    for (const part of [
      'puid',
      'decision_facts',
      'content_date',
      'source_type',
      'incompatible_content_ground',
    ])
      expect(faults({ ...whole, [part]: undefined })).not.toEqual([]);
  });
});
