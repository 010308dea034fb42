import { expectedOf, learn, UNSEEN, type Pace } from './pace';

const after = (ratio: number, times: number, from: Pace = UNSEEN): Pace =>
  Array.from({ length: times }).reduce<Pace>((pace) => learn(pace, 60 * ratio, 60), from);

describe('pace', () => {
  test('before anything is known, the provider’s estimate counts, nine of ten within 1.8 times of it', () => {
    const { median, spread } = expectedOf(60, undefined, []);
    expect(median).toBeCloseTo(60, 6);
    expect(Math.exp(1.2816 * spread)).toBeCloseTo(1.8, 1);
  });

  test('clips that keep taking twice the estimate are soon expected to, with less and less doubt', () => {
    const doubt = [1, 5, 20].map((times) => expectedOf(60, after(2, times), [after(2, times)]));
    expect(doubt[2]?.median).toBeGreaterThan(112);
    expect(doubt[0]?.median).toBeGreaterThan(60);
    expect(doubt.map(({ spread }) => spread)).toEqual(
      doubt.map(({ spread }) => spread).toSorted((a, b) => b - a),
    );
  });

  test('a kind that was never seen is expected to be as far off as the others of its model', () => {
    expect(expectedOf(10, undefined, [after(2, 30), after(2, 30)]).median).toBeGreaterThan(18);
  });

  test('a faster worker is learned within some twenty clips', () => {
    expect(Math.exp(after(0.5, 20, after(2, 200)).mean)).toBeLessThan(0.7);
  });

  test('what no clock can show changes nothing, and one wild clip does not ruin the forecast', () => {
    const known = after(1, 20);
    for (const bad of [-5, 0, NaN, Infinity]) expect(learn(known, bad, 60)).toEqual(known);
    expect(Math.exp(learn(known, 1e9, 60).mean)).toBeLessThan(1.4);
  });
});
