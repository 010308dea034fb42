import fs from 'node:fs';
import path from 'node:path';
import { workflows } from '../../src/kernel/workflow';
import { STATEMENT_KINDS, type StatementKind } from '../../src/modules/redress/contract';
import { filesBelow, ROOT } from './sources';

for (const file of filesBelow('src/modules', '.workflow.ts')) require(path.join(ROOT, file));

/** Words of verbs and states in which somebody is refused, stopped or left unpaid. */
const ADVERSE =
  /(?:^|_)(?:declin|void|terminat|ending|takeDown|taken_down|suspend|quarantin|revok|refus|reject|miss|absent|drop)/;

/** What every adverse verb gives its artist: a statement of this kind, or why there is none. A new one needs its line. */
const ACTS: Readonly<Record<string, StatementKind | { readonly because: string }>> = {
  'key.quarantine': 'key_quarantined',
  'key.leak': { because: 'its owner reports it themselves' },
  'key.replace': { because: 'its owner replaces it themselves' },
  'key.release': { because: 'ends a quarantine, which has its statement' },
  'key.revoke': 'key_revoked',
  'key.retire': { because: 'a rotation of its owner, or its own end date' },
  'submission.decline': 'submission_declined',
  'submission.takeDown': 'work_taken_down',
  'application.decline': 'application_declined',
  'enrollment.suspend': 'enrollment_suspended',
  'suspension.refuse': { because: 'the second person says no: in favour of the artist' },
  'suspension.drop': { because: 'a second look says no: in favour of the artist' },
  'feedback.decline': 'feedback_declined',
  'feedback_void.drop': { because: 'the second person says no: in favour of the artist' },
  'task_seat.void': 'earning_voided',
  'tax_form.reject': { because: 'asks for a readable form; nothing is taken, and the reason is told' },
  'generation.refuse': 'generation_refused',
  'grant_application.decline': 'grant_declined',
  'grant_application.callOff': { because: 'the whole call is cancelled, nobody is judged' },
  'grant_application.lapse': 'grant_declined',
  'grant_application.turnDown': { because: 'by the artist, or an offer that ran out' },
  'grant_award.terminate': 'grant_terminated',
  'grant_award.uphold': { because: 'follows from an appeal, which has its answer' },
  'grant_award.end': { because: 'follows from the end that had its statement, when no appeal came' },
  'grant_amendment.reject': { because: 'either side says no to a change; what was agreed goes on' },
  'event_expense.decline': 'expense_declined',
  'event_seat.miss': { because: 'a fact about a day; nothing is taken' },
  'earning_correction.confirm': 'earning_voided',
  'bank_order.withdraw': { because: 'the order never left; the payout goes back to what is due' },
  'bank_order.refuse': {
    because: 'by the bank; the payee is told of the payout that failed, and it is due again',
  },
  'payout_reversal.refuse': { because: 'the rail says no: the payee keeps the money' },
  'second_look.reject': { because: 'in favour of the artist' },
  'statement.drop': { because: 'in favour of the artist' },
};

describe('adverse acts', () => {
  const adverse = workflows().flatMap((flow) =>
    Object.entries(flow.moves)
      .filter(([verb, move]) => ADVERSE.test(verb) || ADVERSE.test(move.to))
      .map(([verb]) => `${flow.name}.${verb}`),
  );

  test('each has a kind of statement, or says why it needs none', () => {
    expect(adverse.filter((act) => !Object.hasOwn(ACTS, act))).toEqual([]);
  });

  test('every kind of statement is written by the module that acts', () => {
    const sources = filesBelow('src/modules', '.ts')
      .filter((file) => !file.includes('/redress/domain/') && !file.endsWith('.spec.ts'))
      .map((file) => fs.readFileSync(path.join(ROOT, file), 'utf8'))
      .join('\n');
    const isWritten = (kind: StatementKind): boolean =>
      new RegExp(`kind: [^,\n]*'${kind}'|KIND = '${kind}'`).test(sources);
    expect(STATEMENT_KINDS.filter((kind) => !isWritten(kind))).toEqual([]);
  });
});
