/** Fewer people than this behind a cell of a breakdown: the cell is not published. */
export const SMALLEST_CELL = 5;

/** A cell of a breakdown, and how many different people are behind it. */
export interface Cell {
  readonly key: string;
  readonly count: number;
  readonly people: number;
}

export interface PublishedCell {
  readonly key: string;
  /** `null` when suppressed. */
  readonly count: number | null;
  readonly suppressed: boolean;
}

/**
 * Hides the cells behind which fewer than `smallest` people stand. Empty cells are shown: nobody is behind them. When
 * one cell alone would be hidden it could be computed from the total, so the smallest of the others is hidden too.
 */
export function suppress(cells: readonly Cell[], smallest = SMALLEST_CELL): PublishedCell[] {
  const hidden = new Set(cells.filter(({ people }) => people > 0 && people < smallest).map(({ key }) => key));
  if (hidden.size === 1) {
    const others = cells.filter(({ key, count }) => count > 0 && !hidden.has(key));
    const companion = others.reduce<Cell | null>(
      (least, cell) => (least === null || cell.count < least.count ? cell : least),
      null,
    );
    if (companion !== null) hidden.add(companion.key);
  }
  return cells.map(({ key, count }) => {
    const suppressed = hidden.has(key);
    return { key, count: suppressed ? null : count, suppressed };
  });
}

/** Every key of a closed list, in its order, with zero where nothing happened: a missing row would say something too. */
export function fill(keys: readonly string[], found: readonly Cell[]): Cell[] {
  return keys.map((key) => found.find((cell) => cell.key === key) ?? { key, count: 0, people: 0 });
}

/** Part of a whole as a number from 0 to 1 with three decimals; `null` when there is no whole. */
export function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1_000) / 1_000;
}
