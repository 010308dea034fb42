import { speedBetween } from './travel';

const BERLIN = { latitude: 52.52, longitude: 13.4 };
const POTSDAM = { latitude: 52.4, longitude: 13.06 };
const SAO_PAULO = { latitude: -23.55, longitude: -46.63 };
const HOUR = 3_600_000;
const during = (place: typeof BERLIN, from: number, to: number) => ({
  ...place,
  firstAt: from * HOUR,
  lastAt: to * HOUR,
});

describe('the speed between places', () => {
  test('of one place, or of none, is 0', () => {
    expect(speedBetween([])).toBe(0);
    expect(speedBetween([during(BERLIN, 0, 3)])).toBe(0);
  });

  test('of a flight is that of a flight', () => {
    const speed = speedBetween([during(BERLIN, 0, 1), during(SAO_PAULO, 14, 15)]);
    expect(speed).toBeGreaterThan(700);
    expect(speed).toBeLessThan(900);
  });

  test('of two continents at once is what nobody can do, whichever is told first', () => {
    const [a, b] = [during(BERLIN, 0, 2), during(SAO_PAULO, 1, 1.1)];
    expect(speedBetween([a, b])).toBeGreaterThan(100_000);
    expect(speedBetween([b, a])).toBe(speedBetween([a, b]));
  });

  test('of two networks of one region is 0: what is known of addresses is not that exact', () => {
    expect(speedBetween([during(BERLIN, 0, 1), during(POTSDAM, 0, 1)])).toBe(0);
  });
});
