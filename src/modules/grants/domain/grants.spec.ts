import fc from 'fast-check';
import { decide } from '../../../kernel/workflow';
import { account } from '../../ledger/contract';
import { deltasOf } from '../../ledger/domain/entry';
import { applicationWorkflow, type ApplicationFacts } from './application.workflow';
import { callWorkflow } from './call.workflow';
import { reserved, unspent, type CallMoney } from './recipes';

const manager = { roles: ['manager'] as const };

describe('a call', () => {
  it('is decided only when everyone has an answer, and cancelled only before the first award', () => {
    expect(decide(callWorkflow, 'closed', 'decide', manager, { undecided: 1, awarded: 0n })).toMatchObject({
      code: 'applications_undecided',
    });
    expect(decide(callWorkflow, 'closed', 'decide', manager, { undecided: 0, awarded: 5n })).toMatchObject({
      to: 'decided',
    });
    expect(decide(callWorkflow, 'closed', 'cancel', manager, { undecided: 0, awarded: 5n })).toMatchObject({
      code: 'awards_made',
    });
    expect(
      decide(callWorkflow, 'draft', 'open', { roles: ['artist'] }, { undecided: 0, awarded: 0n }),
    ).toMatchObject({
      code: 'not_allowed',
    });
  });

  it('accounts for its whole budget: held + awarded + returned = budget', () => {
    const check = fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.nat(100), (budget, percent) => {
      const awarded = (budget * BigInt(percent)) / 100n;
      const call: CallMoney = { id: 'cal_1', programId: 'prg_1', budget, awarded, currency: 'EUR' };
      const arrows = [...reserved(call).postings, ...(unspent(call)?.postings ?? [])];
      const left = new Map(deltasOf(arrows).map((delta) => [delta.account, delta.amount]));
      expect(left.get(account.award('cal_1', 'EUR'))).toBe(awarded);
      expect(left.get(account.fund('prg_1', 'EUR'))).toBe(-awarded);
    });
    fc.assert(check, { numRuns: 1_000 });
  });
});

describe('an application', () => {
  const facts: ApplicationFacts = { isOwn: false, call: 'closed', hasReasons: true, amount: 5n, left: 5n };
  const award = (part: Partial<ApplicationFacts>) =>
    decide(applicationWorkflow, 'submitted', 'award', manager, { ...facts, ...part });

  it('is awarded with reasons, by somebody else, after the call has closed, within its budget', () => {
    expect(award({})).toEqual({ kind: 'move', to: 'awarded' });
    expect(award({ amount: 6n })).toMatchObject({ code: 'over_budget' });
    expect(award({ amount: null })).toMatchObject({ code: 'amount_missing' });
    expect(award({ hasReasons: false })).toMatchObject({ code: 'reasons_missing' });
    expect(award({ call: 'open' })).toMatchObject({ code: 'call_not_closed' });
    expect(award({ isOwn: true })).toMatchObject({ code: 'own_application' });
  });
});
