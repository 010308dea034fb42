import { account, accountOf, type AccountName } from './accounts';

describe('accounts', () => {
  it('reads kind, unit and guard out of every name that can be built', () => {
    expect(accountOf(account.credits('enr_1'))).toEqual({
      name: 'credits:enr_1',
      kind: 'credits',
      unit: 'credit',
      isGuarded: true,
    });
    expect(accountOf(account.budget('key_1')).unit).toBe('budget');
    expect(accountOf(account.payable('prs_1', 'JPY')).unit).toBe('JPY');
    expect(accountOf(account.outside('EUR'))).toMatchObject({ unit: 'EUR', isGuarded: false });
    expect(accountOf(account.issued('budget'))).toMatchObject({ unit: 'budget', isGuarded: false });
  });

  it.each([
    'wallet:enr_1',
    'credits:',
    'credits:enr_1.EUR',
    'fund:prg_1',
    'fund:prg_1.XXX',
    'outside:gold',
    'issued:credit.EUR',
    'toString:x',
    'credits',
  ])('calls %s a bug', (name) => {
    expect(() => accountOf(name as AccountName)).toThrow(RangeError);
  });
});
