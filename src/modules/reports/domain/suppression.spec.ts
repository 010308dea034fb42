import * as fc from 'fast-check';
import { fill, rate, SMALLEST_CELL, suppress, type Cell } from './suppression';

describe('suppression of small cells', () => {
  it('hides a cell behind which fewer than five people stand, whatever its count', () => {
    const cells = [
      { key: 'safety', count: 90, people: 4 },
      { key: 'rights', count: 5, people: 5 },
      { key: 'terms', count: 9, people: 7 },
    ];
    expect(suppress(cells)).toEqual([
      { key: 'safety', count: null, suppressed: true },
      { key: 'rights', count: null, suppressed: true },
      { key: 'terms', count: 9, suppressed: false },
    ]);
  });

  it('shows empty cells, so that nothing can be read from a gap', () => {
    expect(suppress(fill(['safety', 'rights'], []))).toEqual([
      { key: 'safety', count: 0, suppressed: false },
      { key: 'rights', count: 0, suppressed: false },
    ]);
  });

  it('never lets a hidden cell be computed from a published total', () => {
    const cells = fc.uniqueArray(
      fc
        .record({ key: fc.string(), people: fc.nat(12), more: fc.nat(30) })
        .map(({ key, people, more }): Cell => ({ key, people, count: people === 0 ? 0 : people + more })),
      { selector: ({ key }) => key, maxLength: 8 },
    );
    fc.assert(
      fc.property(cells, (drawn) => {
        const published = suppress(drawn);
        const hidden = published.filter(({ suppressed }) => suppressed);
        const filled = drawn.filter(({ count }) => count > 0);
        for (const [index, { count, suppressed }] of published.entries()) {
          const { people, count: real } = drawn[index] as Cell;
          const isSmall = people > 0 && people < SMALLEST_CELL;
          expect(suppressed || !isSmall).toBe(true);
          expect(count).toBe(suppressed ? null : real);
        }
        expect(filled.length > 1 && hidden.length === 1).toBe(false);
      }),
    );
  });
});

describe('a rate', () => {
  it('has three decimals and does not exist without a whole', () => {
    expect(rate(1, 3)).toBe(0.333);
    expect(rate(0, 0)).toBeNull();
  });
});
