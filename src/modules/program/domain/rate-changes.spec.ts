import { currencyFault, rateCardFault, rateChanges, type RateLines } from './rate-card';
import { RATE_ITEMS, rateDefaults } from './rate-items';
import { rateCardOf } from './versions';

const items = Object.fromEntries(Object.keys(RATE_ITEMS).map((key) => [key, 500]));
const rules = {
  floorPerHour: 1_500,
  floors: { CH: 2_450 },
  killFeePercent: 50,
  payWithinDays: 10,
  lateBasisPointsPerDay: 5,
};
const card: RateLines = { items, rules };

describe('what a rate card promises besides prices', () => {
  test('a floor needs a country and an amount above zero', () => {
    expect(rateCardFault(items, { floors: { CH: 2_450 } })).toBeNull();
    const wrong: Record<string, number>[] = [
      { ch: 2_450 },
      { CHE: 2_450 },
      { CH: 0 },
      { CH: -5 },
      { CH: 1.5 },
    ];
    for (const floors of wrong)
      expect(rateCardFault(items, { floors })).toMatchObject({ code: 'rate_floor_wrong' });
  });

  test('prices are in the currency of the programme', () => {
    expect(currencyFault(undefined, 'EUR')).toBeNull();
    expect(currencyFault('EUR', 'EUR')).toBeNull();
    expect(currencyFault('USD', 'EUR')).toMatchObject({ code: 'rate_currency' });
  });

  test('a card that says nothing about it means what the defaults say, and keeps what it says', () => {
    const head = {
      id: 'rat_1',
      programId: 'prg_1',
      version: 1,
      hash: '',
      publishedAt: new Date(),
      effectiveAt: new Date(),
      isMaterial: true,
    };
    expect(rateCardOf({ ...head, content: { currency: 'CHF', items } }).rules).toEqual(rateDefaults('CHF'));
    const said = { floorPerHour: 3_000, floors: { FR: 1_700 }, killFeePercent: 0 };
    expect(rateCardOf({ ...head, content: { currency: 'CHF', items, rules: said } }).rules).toEqual({
      ...rateDefaults('CHF'),
      floorPerHour: 3_000n,
      floors: { FR: 1_700n },
      killFeePercent: 0,
    });
  });
});

describe('what changed between two cards', () => {
  test('a first card is all new, and a card does not differ from itself', () => {
    expect(rateChanges(card, card)).toEqual([]);
    expect(rateChanges(null, card).every(({ change, before }) => change === 'added' && before === null)).toBe(
      true,
    );
  });

  test('raised, lowered, new and gone are told apart, prices and rules alike', () => {
    const { 'showcase.licence': _, ...fewer } = items;
    const next: RateLines = {
      items: { ...fewer, 'feedback.issue': 700, 'feedback.idea': 400 },
      rules: { ...rules, killFeePercent: 25, floors: { CH: 2_450, FR: 1_700 } },
    };
    expect(rateChanges(card, next)).toEqual([
      { line: 'feedback.issue', before: 500, after: 700, change: 'raised' },
      { line: 'feedback.idea', before: 500, after: 400, change: 'lowered' },
      { line: 'showcase.licence', before: 500, after: null, change: 'removed' },
      { line: 'rules.killFeePercent', before: 50, after: 25, change: 'lowered' },
      { line: 'rules.floors.FR', before: null, after: 1_700, change: 'added' },
    ]);
  });
});
