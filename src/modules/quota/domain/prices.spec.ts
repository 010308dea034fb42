import * as fc from 'fast-check';
import { PRICES, priceTableAt, quote, type PriceSpec, type PriceTable } from './prices';

const table = priceTableAt(new Date('2026-06-01T00:00:00Z'));
const RESOLUTIONS = ['360p', '480p', '720p', '1080p'];

const specs = fc.record({
  provider: fc.constantFrom('procedural', 'another'),
  seconds: fc.integer({ min: 1, max: 60 }),
  resolution: fc.constantFrom(...RESOLUTIONS),
  fps: fc.constantFrom(24, 25, 30),
  draft: fc.boolean(),
});

const price = (spec: PriceSpec): bigint => quote(spec, table).credits;

describe('prices', () => {
  test('a ten second final at 720p24 costs eighty credits, its draft twenty', () => {
    const spec = { provider: 'procedural', seconds: 10, resolution: '720p', fps: 24, draft: false };
    expect(quote(spec, table)).toEqual({
      credits: 80n,
      lines: [{ what: '10 s at 720p', credits: 80n }],
      priceVersion: 1,
    });
    expect(quote({ ...spec, draft: true }, table).credits).toBe(20n);
  });

  test('the lines add up to the price, and the price is at least one credit', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const { credits, lines } = quote(spec, table);
        expect(lines.reduce((sum, line) => sum + line.credits, 0n)).toBe(credits);
        expect(credits >= 1n).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('more seconds, more pixels, more frames or a final never cost less', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const higher = RESOLUTIONS[RESOLUTIONS.indexOf(spec.resolution) + 1] ?? spec.resolution;
        expect(price({ ...spec, seconds: spec.seconds + 1 }) >= price(spec)).toBe(true);
        expect(price({ ...spec, resolution: higher }) >= price(spec)).toBe(true);
        expect(price({ ...spec, fps: 30 }) >= price(spec)).toBe(true);
        expect(price({ ...spec, draft: false }) >= price(spec)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('a new table applies from its date on, and the old one before it', () => {
    const next: PriceTable = { ...table, version: 2, from: '2026-09-01T00:00:00Z' };
    const tables = [table, next];
    expect(priceTableAt(new Date('2026-08-31T23:59:59Z'), tables).version).toBe(1);
    expect(priceTableAt(new Date('2026-09-01T00:00:00Z'), tables).version).toBe(2);
    expect(() => priceTableAt(new Date('2020-01-01T00:00:00Z'), tables)).toThrow('no prices');
  });

  test('a table is dearer for who bills by the second, by the same steps for the quote and the charge', () => {
    const newest = PRICES.at(-1) as PriceTable;
    const spec = { provider: 'procedural', seconds: 10, resolution: '720p', fps: 30, draft: true };
    const own = quote(spec, newest);
    const dear = quote({ ...spec, provider: 'runway' }, newest);
    expect(own).toMatchObject({ credits: 25n, priceVersion: newest.version });
    expect(dear.credits).toBe(75n);
    expect(dear.lines.map(({ what }) => what)).toContain('runway (300 %)');
    expect(dear.lines.reduce((sum, { credits }) => sum + credits, 0n)).toBe(75n);
  });

  test('every table begins after the one before it, under the next number', () => {
    for (const [index, { version, from }] of PRICES.entries()) {
      expect(version).toBe(index + 1);
      expect(Date.parse(from)).toBeGreaterThan(Date.parse(PRICES[index - 1]?.from ?? '2000-01-01'));
    }
  });

  test('every number of every table is whole and above zero', () => {
    for (const { perSecond, fpsPercent, providerPercent, draftPercent } of PRICES) {
      const numbers = [perSecond, fpsPercent, providerPercent].flatMap((row) => Object.values(row));
      expect([...numbers, draftPercent].every((number) => Number.isInteger(number) && number > 0)).toBe(true);
    }
  });

  test('what the table does not know is a fault, not a guess', () => {
    const spec = { provider: 'procedural', seconds: 10, resolution: '8k', fps: 24, draft: false };
    expect(() => quote(spec, table)).toThrow('does not know');
  });
});
