import {
  appealMessageSent,
  appealMoved,
  STATEMENT_KINDS,
  statementIssued,
  type StatementIssued,
} from '../../redress/contract';
import { REDRESS } from './redress.templates';
import { templatesFor } from './templates';

const statement = (kind: StatementIssued['kind']): StatementIssued => ({
  statementId: 'sor_a',
  kind,
  subjectId: 'enr_a',
  actId: 'sus_a',
  personId: 'per_a',
  programId: 'prg_a',
  state: 'in_force',
  ground: 'terms',
  rule: { source: 'clause', id: 'RU-1', version: 2, text: 'Keys are not shared.' },
  facts: 'The key was used by eleven people at once.',
  timecodes: [],
  scope: 'Generation',
  endsAt: '2027-01-10T00:00:00.000Z',
  remedy: 'Make a key of your own for each machine.',
  decidedByRole: 'manager',
  decidedAt: '2026-11-26T10:00:00.000Z',
  appealUntil: '2027-05-26T10:00:00.000Z',
  says: 'Generation is suspended.',
});

describe('what people are told of decisions', () => {
  test('is the whole statement, by mail unless a mail of its own has told it', () => {
    const [told] = templatesFor(statementIssued.name, statement('enrollment_suspended'));
    expect(told).toMatchObject({ kind: 'reasons.issued', isMailed: true });
    expect(told?.words.link).toBe('/studio/decisions/sor_a');
    expect(told?.words.text).toBe(
      'Generation is suspended. It ends by itself on 2027-01-10. The rule is RU-1 of the terms, version 2: “Keys are not shared.” ' +
        'What was found: “The key was used by eleven people at once.” What would change it: “Make a key of your own for each ' +
        'machine.” You can appeal until 2027-05-26; a person who had no part in this decides.',
    );
    expect(templatesFor(statementIssued.name, statement('key_quarantined'))).toMatchObject([
      { kind: 'reasons.kept', isMailed: false },
    ]);
  });

  test('never comes twice for one decision', () => {
    for (const kind of STATEMENT_KINDS)
      expect(templatesFor(statementIssued.name, statement(kind)).length).toBeLessThanOrEqual(1);
    expect(templatesFor(statementIssued.name, statement('submission_declined'))).toEqual([]);
  });

  test('of an appeal is its arrival, its answer with the reasons, and each message to the other side', () => {
    const moved = { appealId: 'apl_a', verb: 'file', to: 'filed', reasons: null };
    const answer = { ...moved, verb: 'overturn', to: 'overturned', reasons: 'The clip shows a handshake.' };
    const told = [
      ...templatesFor(appealMoved.name, moved),
      ...templatesFor(appealMoved.name, { ...moved, verb: 'giveBack' }),
      ...templatesFor(appealMoved.name, { ...moved, to: 'in_review' }),
      ...templatesFor(appealMoved.name, answer),
      ...templatesFor(appealMessageSent.name, { appealId: 'apl_a', isByArtist: true }),
    ];
    expect(told.map(({ kind, isMailed }) => [kind, isMailed])).toEqual([
      ['hearing.filed', false],
      ['hearing.answered', true],
      ['hearing.message', true],
    ]);
    expect(told[1]?.words.text).toContain('The clip shows a handshake.');
    expect(told[2]?.words.link).toBe('/review/hearings/apl_a');
  });

  test('is covered here to the last row of the table', () => {
    expect(REDRESS.map(({ kind }) => kind)).toEqual([
      'reasons.issued',
      'reasons.kept',
      'hearing.filed',
      'hearing.answered',
      'hearing.message',
    ]);
  });
});
