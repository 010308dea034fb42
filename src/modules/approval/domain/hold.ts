import { DAY, later } from '../../../kernel/clock';

/** Why a submission waits although somebody has looked at it. None of them says anything about the work; the artist reads them. */
export const HOLD_REASONS = {
  advice: 'Waits for advice on how a rule is meant.',
  language: 'Waits for somebody who knows its language.',
  facts: 'Waits for a fact from somebody else.',
  technical: 'Waits because its file does not play as it should.',
} as const satisfies Record<string, string>;

export type HoldReason = keyof typeof HOLD_REASONS;

export const HOLD_REASON_NAMES = Object.keys(HOLD_REASONS) as readonly HoldReason[];

export interface HoldColumns {
  readonly heldBy: string | null;
  readonly heldUntil: Date | null;
  readonly heldReason: HoldReason | null;
  /** For reviewers. */
  readonly heldNote: string | null;
}

export const NO_HOLD: HoldColumns = { heldBy: null, heldUntil: null, heldReason: null, heldNote: null };

/** A hold as one reviewer sees it; one that is over is `none`, also before a sweep has cleared it away. */
export type Hold = 'none' | 'mine' | 'other';

export function holdOf(
  { heldBy, heldUntil }: Pick<HoldColumns, 'heldBy' | 'heldUntil'>,
  reviewerId: string,
  now: Date,
): Hold {
  if (heldBy === null || heldUntil === null || heldUntil <= now) return 'none';
  return heldBy === reviewerId ? 'mine' : 'other';
}

/**
 * When a hold ends at the latest: the deadline, for the clock goes on and nobody may hold something until silence decides;
 * where the deadline has passed, a day from now.
 */
export const latestHold = (dueAt: Date | null, now: Date): Date =>
  dueAt !== null && dueAt > now ? dueAt : later(now, DAY);
