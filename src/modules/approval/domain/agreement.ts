/** How often two people came to the same verdict about the same work, not knowing of each other. */
export interface Agreement {
  readonly pairs: number;
  /** Share of equal verdicts, 0 to 1; `null` before there is a pair. */
  readonly equal: number | null;
  /** Cohen's kappa: 1 always, 0 as often as by chance; `null` where chance alone would always agree. */
  readonly kappa: number | null;
}

export interface PairCount {
  readonly first: string;
  readonly second: string;
  readonly count: number;
}

const total = (rows: readonly PairCount[]): number => rows.reduce((sum, { count }) => sum + count, 0);

export function agreementOf(rows: readonly PairCount[]): Agreement {
  const pairs = total(rows);
  if (pairs === 0) return { pairs, equal: null, kappa: null };
  const equal = total(rows.filter(({ first, second }) => first === second)) / pairs;
  const verdicts = new Set(rows.flatMap(({ first, second }) => [first, second]));
  const chance = [...verdicts].reduce((sum, verdict) => {
    const byFirst = total(rows.filter(({ first }) => first === verdict)) / pairs;
    return sum + (byFirst * total(rows.filter(({ second }) => second === verdict))) / pairs;
  }, 0);
  return { pairs, equal, kappa: chance >= 1 ? null : (equal - chance) / (1 - chance) };
}
