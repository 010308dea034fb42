import { voidRates } from './pay-numbers.service';

const line = (sentiment: string, people: number, decided: number, unpaid: number) => ({
  sentiment,
  people,
  decided,
  declined: unpaid,
  accepted: decided - unpaid,
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
    expect(rates[0]).toMatchObject({
      decided: 40,
      declined: 4,
      unpaidRate: { rate: 0.1 },
      suppressed: false,
    });
    expect(rates[1]).toMatchObject({ decided: 0, unpaidRate: null, suppressed: false });
  });

  it('gives each rate its own interval: declined of what was decided, taken back of what was accepted', () => {
    const [critical] = voidRates([
      { sentiment: 'critical', people: 12, decided: 40, declined: 20, accepted: 20, voided: 5, unpaid: 25 },
    ]);
    // Wilson's interval at 95 % for 20 of 40, 5 of 20 and 25 of 40
    expect(critical).toMatchObject({
      declinedRate: { rate: 0.5, low: 0.352, high: 0.648 },
      voidedRate: { rate: 0.25, low: 0.112, high: 0.469 },
      unpaidRate: { rate: 0.625, low: 0.47, high: 0.758 },
    });
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
    expect(rates[0]).toMatchObject({
      decided: null,
      declined: null,
      voided: null,
      voidedRate: null,
      unpaidRate: null,
    });
  });
});
