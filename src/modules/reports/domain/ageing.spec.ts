import { age, bucketOf } from './ageing';

describe('ageing of what is owed', () => {
  it('puts the last day of a bucket into it', () => {
    expect([0, 7, 8, 14, 15, 30, 31, 400].map(bucketOf)).toEqual([
      '0-7',
      '0-7',
      '8-14',
      '8-14',
      '15-30',
      '15-30',
      'over-30',
      'over-30',
    ]);
  });

  it('sums by currency without mixing them and loses nothing', () => {
    const sums = age([
      { currency: 'EUR', days: 1, count: 2, amount: 300n },
      { currency: 'EUR', days: 7, count: 1, amount: 50n },
      { currency: 'EUR', days: 31, count: 1, amount: 9n },
      { currency: 'JPY', days: 1, count: 1, amount: 1_000n },
    ]);
    expect(sums).toHaveLength(8);
    expect(sums[0]).toEqual({ currency: 'EUR', bucket: '0-7', count: 3, amount: 350n });
    expect(sums[3]).toEqual({ currency: 'EUR', bucket: 'over-30', count: 1, amount: 9n });
    expect(sums[4]).toEqual({ currency: 'JPY', bucket: '0-7', count: 1, amount: 1_000n });
  });
});
