import {
  expire,
  goodwill,
  grant,
  holdReferences,
  holds,
  issueBudget,
  settlements,
  type Charge,
} from './recipes';

const own: Charge = { generationId: 'gen_1', enrollmentId: 'enr_1', keyId: null, poolId: null, credits: 20n };
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

  test('a clip that the pool pays for names the pool in its hold and in its charge', () => {
    const pooled: Charge = { ...byKey, poolId: 'prg_1' };
    expect(holds(pooled).map(({ reference, account }) => [reference, account])).toEqual([
      ['hold:gen_1:budget', 'budget:key_1'],
      ['hold:gen_1:pool', 'pool:prg_1'],
    ]);
    expect(settlements(pooled).map(({ entry }) => [entry.reference, entry.to])).toEqual([
      ['charge:gen_1:budget', 'spent:budget'],
      ['charge:gen_1:pool', 'spent:credit'],
    ]);
  });

  test('goodwill goes back to whoever paid, once for each clip and with its evidence', () => {
    const evidence = { reason: 'artifacts' };
    expect(goodwill(own, 'unusable', evidence)).toMatchObject({
      reference: 'goodwill:gen_1',
      postings: [{ from: 'goodwill:credit', to: 'credits:enr_1', amount: 20n }],
      memo: { generationId: 'gen_1', cause: 'unusable', evidence },
    });
    expect(goodwill({ ...own, poolId: 'prg_1' }, 'unusable', evidence).postings[0]?.to).toBe('pool:prg_1');
  });

  test('a grant and an expiry are keyed by purse, plan and start of the window, a budget by its key', () => {
    const window = { startsAt: new Date('2026-03-02T00:00:00Z'), endsAt: new Date('2026-03-09T00:00:00Z') };
    const artist = { id: 'enr_1', kind: 'artist' } as const;
    expect(grant(artist, 'quo_1', window, 500n).reference).toBe('grant:enr_1:quo_1:2026-03-02T00:00:00.000Z');
    expect(expire(artist, 'quo_1', window, 5n)).toMatchObject({
      reference: 'expire:enr_1:quo_1:2026-03-02T00:00:00.000Z',
      postings: [{ from: 'credits:enr_1', to: 'expired:credit' }],
    });
    expect(grant({ id: 'prg_1', kind: 'pool' }, 'quo_1', window, 1n).postings[0]?.to).toBe('pool:prg_1');
    expect(issueBudget('key_1', 100n).reference).toBe('budget:key_1');
  });
});
