import { newcombe, wilson, type Interval } from './intervals';
import { STANCES, type Stance } from './stance';

/** Fewer artists than this behind a cell: it is not shown. */
export const SMALLEST_CELL = 5;

/** First decisions on works of one label, and how many artists are behind them. */
export interface StanceCount {
  readonly stance: Stance;
  readonly decided: number;
  readonly approved: number;
  readonly people: number;
  readonly medianHours: number | null;
}

export interface ParityCell {
  readonly stance: Stance;
  /** `null`: too few artists are behind it. */
  readonly decided: number | null;
  readonly approved: Interval | null;
  readonly medianHours: number | null;
}

export interface Parity {
  readonly cells: readonly ParityCell[];
  /** Share approved of critical works minus that of favourable ones; `null` while either is hidden. */
  readonly difference: Interval | null;
  /** `unknown`: too few; `even`: the interval holds zero; otherwise who fares worse. */
  readonly verdict: 'unknown' | 'even' | 'critical_fares_worse' | 'favourable_fares_worse';
}

/**
 * Whether works that their artists call critical are approved as often as those they call favourable. Small cells are
 * hidden; when only one would be, the smallest other one is hidden as well, so that it cannot be worked out from a total.
 */
export function parityOf(counts: readonly StanceCount[]): Parity {
  const all = STANCES.map(
    (stance) =>
      counts.find((count) => count.stance === stance) ?? {
        stance,
        decided: 0,
        approved: 0,
        people: 0,
        medianHours: null,
      },
  );
  const hidden = new Set(all.filter(({ people }) => people < SMALLEST_CELL).map(({ stance }) => stance));
  const hasPeople = all.filter(({ stance, people }) => hidden.has(stance) && people > 0).length;
  if (hidden.size === 1 && hasPeople === 1) {
    const [least] = all.filter(({ stance }) => !hidden.has(stance)).toSorted((a, b) => a.decided - b.decided);
    if (least !== undefined) hidden.add(least.stance);
  }
  const cells = all.map(({ stance, decided, approved, medianHours }): ParityCell =>
    hidden.has(stance)
      ? { stance, decided: null, approved: null, medianHours: null }
      : { stance, decided, approved: wilson(approved, decided), medianHours },
  );
  const of = (stance: Stance) => cells.find((cell) => cell.stance === stance)?.approved ?? null;
  const [critical, favourable] = [of('critical'), of('favourable')];
  if (critical === null || favourable === null) return { cells, difference: null, verdict: 'unknown' };
  const difference = newcombe(critical, favourable);
  if (difference.high < 0) return { cells, difference, verdict: 'critical_fares_worse' };
  return { cells, difference, verdict: difference.low > 0 ? 'favourable_fares_worse' : 'even' };
}
