import { account } from '../../ledger/contract';
import { checkEntry } from '../../ledger/domain/entry';
import { earnedBy } from './recipes';
import { rateItemOf } from './rules';

describe('what feedback is worth', () => {
  it('is the price of its type when it is accepted, the duplicate rate for a duplicate, else nothing', () => {
    expect(rateItemOf({ to: 'accepted', type: 'issue' })).toBe('feedback.issue');
    expect(rateItemOf({ to: 'accepted', type: 'praise' })).toBe('feedback.praise');
    expect(rateItemOf({ to: 'duplicate', type: 'issue' })).toBe('feedback.duplicate');
    for (const to of ['new', 'triaged', 'declined', 'planned', 'shipped', 'needs_info'] as const) {
      expect(rateItemOf({ to, type: 'issue' })).toBeNull();
    }
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
