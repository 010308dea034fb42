import { lookFor, newsRetrySeconds } from './news';

const news = (type: string, recipient: string | null = 'acct_1', object: string | null = 'obj_1') => ({
  type,
  recipient,
  object,
});

describe('news of a rail', () => {
  it.each([
    ['transfer.created', { at: 'transfer', railRef: 'obj_1' }],
    ['transfer.reversed', { at: 'transfer', railRef: 'obj_1' }],
    ['payout.paid', { at: 'payee', recipient: 'acct_1' }],
    ['payout.failed', { at: 'payee', recipient: 'acct_1' }],
    ['payout.reconciliation_completed', { at: 'payee', recipient: 'acct_1' }],
    ['account.updated', { at: 'account', recipient: 'acct_1', isGone: false }],
    ['account.external_account.updated', { at: 'account', recipient: 'acct_1', isGone: false }],
    ['capability.updated', { at: 'account', recipient: 'acct_1', isGone: false }],
    ['v2.core.account[requirements].updated', { at: 'account', recipient: 'acct_1', isGone: false }],
    ['account.application.deauthorized', { at: 'account', recipient: 'acct_1', isGone: true }],
    ['balance.available', { at: 'nothing' }],
  ])('%s says where to look', (type, look) => {
    expect(lookFor(news(type))).toEqual(look);
  });

  it('of our own bank payouts moves nobody’s money', () => {
    expect(lookFor(news('payout.paid', null))).toEqual({ at: 'nothing' });
  });

  it('is tried again later and later, six hours at most', () => {
    expect([0, 1, 2, 20].map(newsRetrySeconds)).toEqual([30, 60, 120, 21_600]);
  });
});
