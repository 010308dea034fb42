import type { StatementLine } from '../../ledger/contract';

/** One currency of one month. Amounts in minor units; `opening + earned + corrected + paidOut = closing`. */
export interface Statement {
  /** Owed when the month began. */
  readonly opening: bigint;
  /** What became owed. */
  readonly earned: bigint;
  /** What was taken back; zero or below. */
  readonly corrected: bigint;
  /** What left as payouts, less what came back; usually below zero. */
  readonly paidOut: bigint;
  /** Owed when the month ended. */
  readonly closing: bigint;
  /** Oldest first. */
  readonly lines: readonly StatementLine[];
}

/** First instant of a month `2026-03` and of the next one, UTC. */
export function monthBounds(month: string): { from: Date; until: Date } {
  const from = new Date(`${month}-01T00:00:00.000Z`);
  return { from, until: new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1)) };
}

const total = (lines: readonly StatementLine[]): bigint =>
  lines.reduce((sum, { amount }) => sum + amount, 0n);

const isPayout = ({ kind }: StatementLine): boolean => kind.startsWith('payout.');

/** The earning that a line of an account began with; `null`: the line is about something else. */
export const earningOf = ({ reference }: Pick<StatementLine, 'reference'>): string | null =>
  /^earning:([^:]+)$/.exec(reference)?.[1] ?? null;

/** What became owed, by kind of income, in the order of the kinds. */
export function earnedBy<C extends string>(
  lines: readonly StatementLine[],
  categoryOf: ReadonlyMap<string, C>,
  order: readonly C[],
): { readonly category: C; readonly amount: bigint }[] {
  return order.flatMap((category) => {
    const mine = lines.filter((line) => categoryOf.get(earningOf(line) ?? '') === category);
    return mine.length === 0 ? [] : [{ category, amount: total(mine) }];
  });
}

/** The month of an account out of all its lines, newest first as the ledger gives them. */
export function statementOf(lines: readonly StatementLine[], month: string): Statement {
  const { from, until } = monthBounds(month);
  const opening = total(lines.filter(({ at }) => at < from));
  const inMonth = lines.filter(({ at }) => at >= from && at < until).toReversed();
  const others = inMonth.filter((line) => !isPayout(line));
  return {
    opening,
    earned: total(others.filter(({ amount }) => amount > 0n)),
    corrected: total(others.filter(({ amount }) => amount < 0n)),
    paidOut: total(inMonth.filter(isPayout)),
    closing: opening + total(inMonth),
    lines: inMonth,
  };
}
