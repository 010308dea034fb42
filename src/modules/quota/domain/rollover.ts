import type { QuotaPlan } from '../../program/contract';

/** What a purse has when its window ends. `lasting`: the part that no window gave, such as top-ups. */
export interface Remains {
  readonly balance: bigint;
  readonly held: bigint;
  readonly lasting: bigint;
}

export interface Closing {
  /** Credits that are lost now. */
  readonly expired: bigint;
  /** What of the rest will not expire with the next window either. */
  readonly lasting: bigint;
}

export type ExpiryRule = Pick<QuotaPlan, 'expiresWithWindow' | 'rolloverPercent' | 'rolloverCap'>;

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/**
 * What becomes of the credits when a window ends. Credits of the window are spent before lasting ones, so what is above
 * `lasting` is left of the window; a share of it carries over (rounded down, at most the cap) and the rest expires. What
 * is held is promised to a clip and does not expire. A plan without expiry makes all that is left last.
 */
export function closeWindow({ balance, held, lasting }: Remains, rule: ExpiryRule): Closing {
  if (!rule.expiresWithWindow) return { expired: 0n, lasting: balance };
  const available = balance - held;
  const left = available > lasting ? available - lasting : 0n;
  const share = (left * BigInt(rule.rolloverPercent)) / 100n;
  const kept = rule.rolloverCap === null ? share : least(share, rule.rolloverCap);
  return { expired: left - kept, lasting: least(balance, lasting) };
}
