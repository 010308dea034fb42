import { RATE_ITEMS } from '../contract';
import { rateCardFault } from './rate-card';

const complete = (): Record<string, unknown> =>
  Object.fromEntries(Object.keys(RATE_ITEMS).map((key, index) => [key, 500 + index]));

describe('a rate card', () => {
  test('that prices every known item may be published', () => {
    expect(rateCardFault(complete())).toBeNull();
  });

  test('may leave out what is not asked of artists', () => {
    const { 'showcase.licence': _, 'appearance.event': __, ...rest } = complete();
    expect(rateCardFault(rest)).toBeNull();
  });

  test('must price every kind of feedback', () => {
    for (const key of Object.keys(complete()).filter((name) => name.startsWith('feedback.'))) {
      const { [key]: _, ...rest } = complete();
      expect(rateCardFault(rest)).toMatchObject({ code: 'rate_missing', details: { missing: [key] } });
    }
  });

  test('prices nothing that is unknown', () => {
    expect(rateCardFault({ ...complete(), 'feedback.gossip': 1 })).toMatchObject({
      code: 'rate_unknown',
      details: { unknown: ['feedback.gossip'] },
    });
  });

  test.each([0, -1, 1.5, '500', null, Number.NaN, 2 ** 53 - 1])('does not take %p for a price', (price) => {
    expect(rateCardFault({ ...complete(), 'feedback.idea': price })).toMatchObject({
      code: 'rate_not_an_amount',
      details: { items: ['feedback.idea'] },
    });
  });

  test('is not fooled by names that every object has', () => {
    expect(rateCardFault({ ...complete(), constructor: 1 })).toMatchObject({ code: 'rate_unknown' });
  });
});
