import { later, MINUTE } from '../../../kernel/clock';

/** Minutes a reviewer has a submission for themselves after claiming it. */
export const CLAIM_MINUTES = 15;

export interface ClaimColumns {
  readonly claimedBy: string | null;
  readonly claimedUntil: Date | null;
}

/** A claim as one reviewer sees it: `lapsed` is their own that ran out; another's that ran out is `none`. */
export type Claim = 'none' | 'mine' | 'lapsed' | 'other';

/** A claim with a verdict that has not left yet does not run out. */
export function claimOf(
  { claimedBy, claimedUntil, staged = null }: ClaimColumns & { readonly staged?: unknown },
  reviewerId: string,
  now: Date,
): Claim {
  if (claimedBy === null || claimedUntil === null) return 'none';
  const isLive = staged !== null || claimedUntil > now;
  if (claimedBy === reviewerId) return isLive ? 'mine' : 'lapsed';
  return isLive ? 'other' : 'none';
}

export function claimFor(reviewerId: string, now: Date): ClaimColumns {
  return { claimedBy: reviewerId, claimedUntil: later(now, CLAIM_MINUTES * MINUTE) };
}

export const NO_CLAIM: ClaimColumns = { claimedBy: null, claimedUntil: null };
