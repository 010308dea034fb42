import type { FindingState, FindingVerb } from './finding.workflow';
import type { Movement, RailBalance } from './rail';
import { OPEN_MATCHES, type BalanceSeen, type Finding } from './reconcile';

/** A finding as it was seen last. */
export interface SeenBefore extends Pick<Finding, 'match' | 'ours' | 'theirs'> {
  readonly state: FindingState;
}

/** What a finding of now makes of the one of before; `null`: it stays as it is. */
export function stepOf(before: SeenBefore | null, now: Finding): FindingVerb | null {
  const isOpen = OPEN_MATCHES.includes(now.match);
  const state = before?.state ?? 'clear';
  if (!isOpen) return state === 'clear' ? null : 'vanish';
  if (state === 'clear') return 'find';
  const isSame =
    before !== null && before.match === now.match && before.ours === now.ours && before.theirs === now.theirs;
  return isSame || state === 'open' ? null : 'find';
}

/**
 * What a rail held at `at`, given what it holds now and everything that moved since: an instant that lies so far back
 * that no movement before it can still turn up.
 */
export function balanceAt(now: RailBalance, movements: readonly Movement[], at: Date): BalanceSeen {
  const moved = movements
    .filter((movement) => movement.at > at)
    .reduce((sum, { amount }) => sum + amount, 0n);
  return { available: now.available + now.pending - moved, pending: 0n, at };
}
