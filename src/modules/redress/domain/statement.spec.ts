import { KINDS, STATEMENT_KINDS } from './kinds';
import { appealUntil, missingOf, partiesOf, type StatementDraft } from './statement';
import { EEA, isReportable, TRANSPARENCY_FIELDS, transparencyRecord, type Reported } from './transparency';

const now = new Date('2026-11-26T10:00:00Z');
const draft: StatementDraft = {
  kind: 'submission_declined',
  subjectId: 'sub_a',
  actId: 'dec_a',
  personId: 'per_artist',
  programId: 'prg_a',
  ground: 'safety',
  rule: { source: 'clause', id: 'RU-3', version: 2, text: 'Nobody is hurt in a clip.' },
  facts: 'At eight seconds a recognisable person is hit.',
  remedy: 'Cut the blow.',
  decidedBy: { id: 'per_r', role: 'reviewer' },
};

describe('a statement of reasons', () => {
  test('that is whole has nothing missing', () => {
    expect(missingOf(draft, now)).toEqual([]);
  });

  test.each([
    ['ground', { ground: 'tone' as never }],
    ['rule', { rule: { source: 'clause' as const, id: 'RU-3', version: 0, text: 'x' } }],
    ['rule', { rule: { source: 'law' as const, id: 'Art. 1', text: ' ' } }],
    ['facts', { facts: '   too short         ' }],
    ['timecodes', { timecodes: [{ at: 4, until: 3 }] }],
    ['remedy', { remedy: 'no' }],
    ['endsAt', { endsAt: new Date(now.getTime() - 1) }],
    ['confirmedBy', { confirmedBy: { id: 'per_r', role: 'manager' as const } }],
    ['confirmedBy', { confirmedBy: { id: 'per_artist', role: 'manager' as const } }],
  ])('without a good %s is refused', (part, change) => {
    expect(missingOf({ ...draft, ...change }, now)).toEqual([part]);
  });

  test('is not written by whom it is about', () => {
    const own = { ...draft, decidedBy: { id: 'per_artist', role: 'reviewer' as const } };
    expect(missingOf(own, now)).toContain('decidedBy');
  });

  test('needs an end where the restriction has one', () => {
    for (const kind of STATEMENT_KINDS) {
      const missing = missingOf({ ...draft, kind }, now);
      expect({ kind, missing }).toEqual({ kind, missing: KINDS[kind].hasEnd ? ['endsAt'] : [] });
    }
  });

  test('names as parties all persons who took part, once, without the artist and without machines', () => {
    const all = ['per_r', 'system', 'per_artist', 'per_b'];
    expect(partiesOf({ ...draft, confirmedBy: { id: 'per_c', role: 'admin' }, participants: all })).toEqual([
      'per_r',
      'per_c',
      'per_b',
    ]);
  });

  test('can be appealed for six months, to the last day of a shorter one', () => {
    expect(appealUntil(now).toISOString()).toBe('2027-05-26T10:00:00.000Z');
    expect(appealUntil(new Date('2026-08-31T10:00:00Z')).toISOString()).toBe('2027-02-28T10:00:00.000Z');
  });
});

const reported: Reported = {
  id: 'sor_a',
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
  source: 'notice',
  decidedAt: now,
  contentAt: new Date('2026-11-01T00:00:00Z'),
};

describe('the transparency database', () => {
  test('gets every member that it requires, from its own closed lists', () => {
    const record = transparencyRecord(reported, 'https://atelier.example');
    expect(record).toMatchObject({
      puid: 'sor_a',
      decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'],
      decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
      incompatible_content_ground: 'SH-2, terms version 3',
      category: 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS',
      content_type: ['CONTENT_TYPE_VIDEO', 'CONTENT_TYPE_SYNTHETIC_MEDIA'],
      territorial_scope: EEA,
      application_date: '2026-11-26',
      content_date: '2026-11-01',
      source_type: 'SOURCE_ARTICLE_16',
      automated_detection: 'No',
      automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
    });
    expect(Object.keys(record ?? {})).toEqual([...TRANSPARENCY_FIELDS]);
  });

  test('hears of exactly one kind of decision for each statement', () => {
    for (const kind of STATEMENT_KINDS.filter(isReportable)) {
      const record = transparencyRecord({ ...reported, kind }, '');
      const given = (['visibility', 'monetary', 'provision', 'account'] as const).filter(
        (what) => record?.[`decision_${what}`] !== '',
      );
      expect({ kind, given }).toEqual({ kind, given: [KINDS[kind].restricts] });
    }
  });

  test('hears of a law as a law, of an end where the restriction has one, and not of what it has no word for', () => {
    const law = { ...reported, ruleSource: 'law' as const, ruleId: '§ 22 KUG', ruleVersion: null };
    expect(transparencyRecord(law, '')).toMatchObject({
      decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
      illegal_content_legal_ground: '§ 22 KUG',
      incompatible_content_ground: '',
    });
    const suspended = { ...reported, kind: 'enrollment_suspended' as const, endsAt: now };
    expect(transparencyRecord(suspended, '')).toMatchObject({ end_date_service_restriction: '2026-11-26' });
    expect(transparencyRecord({ ...reported, kind: 'application_declined' }, '')).toBeNull();
  });
});
