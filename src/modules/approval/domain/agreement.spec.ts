import { agreementOf } from './agreement';

describe('agreement of two people about the same work', () => {
  it('says nothing before there is a pair', () => {
    expect(agreementOf([])).toEqual({ pairs: 0, equal: null, kappa: null });
  });

  it('takes chance out: equal eight times of ten with 7:3 on both sides is 0.52', () => {
    const { pairs, equal, kappa } = agreementOf([
      { first: 'approved', second: 'approved', count: 6 },
      { first: 'approved', second: 'declined', count: 1 },
      { first: 'declined', second: 'approved', count: 1 },
      { first: 'declined', second: 'declined', count: 2 },
    ]);
    expect({ pairs, equal }).toEqual({ pairs: 10, equal: 0.8 });
    expect(kappa).toBeCloseTo((0.8 - 0.58) / (1 - 0.58), 10);
  });

  it('has no kappa where chance alone would always agree', () => {
    expect(agreementOf([{ first: 'approved', second: 'approved', count: 4 }])).toEqual({
      pairs: 4,
      equal: 1,
      kappa: null,
    });
  });
});
