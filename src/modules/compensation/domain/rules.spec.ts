import { account } from '../../ledger/contract';
import { checkEntry } from '../../ledger/domain/entry';
import { earnedBy } from './recipes';
import { rateItemsOf } from './rules';

describe('what feedback is worth', () => {
  const origin = 'volunteered';

  it('is the price of its type when it is accepted, the duplicate rate for a duplicate, else nothing', () => {
    expect(rateItemsOf({ to: 'accepted', type: 'issue', origin })).toEqual(['feedback.issue']);
    expect(rateItemsOf({ to: 'accepted', type: 'praise', origin })).toEqual(['feedback.praise']);
    expect(rateItemsOf({ to: 'duplicate', type: 'issue', origin })).toEqual(['feedback.duplicate']);
    for (const to of ['new', 'triaged', 'declined', 'planned', 'shipped', 'needs_info'] as const) {
      expect(rateItemsOf({ to, type: 'issue', origin })).toEqual([]);
    }
  });

  it('has a price of its own for evidence of an unusable clip, or that of its type', () => {
    expect(rateItemsOf({ to: 'accepted', type: 'issue', origin: 'unusable' })).toEqual([
      'clip.unusable',
      'feedback.issue',
    ]);
  });
});

describe('an earning', () => {
  it('moves its amount from the fund to what is owed to the artist, under its own reference', () => {
    const entry = earnedBy({
      id: 'ern_1',
      personId: 'prs_1',
      amount: 1_500n,
      currency: 'EUR',
      source: account.fund('prg_1', 'EUR'),
      causeType: 'feedback',
      causeId: 'fbk_1',
    });
    expect(() => checkEntry(entry)).not.toThrow();
    expect(entry).toMatchObject({
      reference: 'earning:ern_1',
      postings: [{ from: 'fund:prg_1.EUR', to: 'payable:prs_1.EUR', amount: 1_500n }],
      memo: { cause: 'feedback:fbk_1' },
    });
  });
});
