import { grant, holdReferences, holds, issueBudget, settlements, type Charge } from './recipes';

const own: Charge = { generationId: 'gen_1', enrollmentId: 'enr_1', keyId: null, credits: 20n };
const byKey: Charge = { ...own, keyId: 'key_1' };

describe('recipes of quota', () => {
  test('a clip submitted in the portal reserves only the credits of its artist', () => {
    expect(holds(own)).toEqual([
      { reference: 'hold:gen_1:credits', account: 'credits:enr_1', amount: 20n, expiresAt: null },
    ]);
  });

  test('a clip submitted by a key with a budget reserves the same amount on both', () => {
    expect(holds(byKey).map(({ account, amount }) => [account, amount])).toEqual([
      ['budget:key_1', 20n],
      ['credits:enr_1', 20n],
    ]);
  });

  test('what is settled and what is released is exactly what was held', () => {
    for (const charge of [own, byKey]) {
      const references = holds(charge).map((hold) => hold.reference);
      expect(settlements(charge).map((settlement) => settlement.hold)).toEqual(references);
      expect(settlements(charge).every((settlement) => settlement.amount === charge.credits)).toBe(true);
      expect(holdReferences(charge)).toEqual(references);
    }
  });

  test('spending never returns to an artist: it ends in the accounts of spent credits', () => {
    expect(settlements(byKey).map((settlement) => settlement.entry.to)).toEqual([
      'spent:budget',
      'spent:credit',
    ]);
  });

  test('a grant is keyed by enrollment and plan, a budget by its key', () => {
    expect(grant('enr_1', 'quo_1', 500n).reference).toBe('grant:enr_1:quo_1');
    expect(issueBudget('key_1', 100n).reference).toBe('budget:key_1');
  });
});
