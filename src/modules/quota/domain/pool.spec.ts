import { refusal } from '../../../kernel/refusal';
import { account, ledgerRefusals } from '../../ledger/contract';
import { quotaRefusals } from '../contract';
import { covers, isShortOfOwn, isShortOfPool } from './pool';

const short = (name: string) =>
  refusal(ledgerRefusals, 'insufficient', { account: name, available: 1, needed: 2 });

describe('a pool', () => {
  test('pays for a request as a whole, or the artist does', () => {
    expect(covers({ available: 60n, pooled: 0n }, 60n)).toBe(true);
    expect(covers({ available: 0n, pooled: 60n }, 60n)).toBe(true);
    expect(covers({ available: 59n, pooled: 59n }, 60n)).toBe(false);
  });

  test('is asked only when an artist’s own credits were too few', () => {
    expect(isShortOfOwn(short(account.credits('enr_1')))).toBe(true);
    expect(isShortOfOwn(short(account.budget('key_1')))).toBe(false);
    expect(isShortOfOwn(refusal(quotaRefusals, 'key_not_ready'))).toBe(false);
    expect(isShortOfOwn(new Error('insufficient'))).toBe(false);
    expect(isShortOfPool(short(account.pool('prg_1')))).toBe(true);
    expect(isShortOfPool(short(account.credits('enr_1')))).toBe(false);
  });
});
