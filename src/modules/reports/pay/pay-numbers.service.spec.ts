import { voidRates } from './pay-numbers.service';

const line = (sentiment: string, people: number, decided: number, unpaid: number) => ({
  sentiment,
  people,
  decided,
  declined: unpaid,
  voided: 0,
  unpaid,
});

describe('what of feedback was not paid, by its label', () => {
  it('shows every label, with its rate and interval', () => {
    const rates = voidRates([
      line('critical', 12, 40, 4),
      line('favourable', 9, 20, 2),
      line('none', 6, 10, 0),
    ]);
    expect(rates.map(({ sentiment }) => sentiment)).toEqual(['critical', 'neutral', 'favourable', 'none']);
    expect(rates[0]).toMatchObject({ decided: 40, declined: 4, estimate: { rate: 0.1 }, suppressed: false });
    expect(rates[1]).toMatchObject({ decided: 0, estimate: null, suppressed: false });
  });

  it('hides what few people are behind, and with it the line that would give it away', () => {
    const rates = voidRates([
      line('critical', 4, 40, 4),
      line('favourable', 9, 20, 2),
      line('none', 6, 10, 0),
    ]);
    expect(rates.filter(({ suppressed }) => suppressed).map(({ sentiment }) => sentiment)).toEqual([
      'critical',
      'none',
    ]);
    expect(rates[0]).toMatchObject({ decided: null, declined: null, voided: null, estimate: null });
  });
});
