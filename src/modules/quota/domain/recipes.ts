import {
  account,
  type AccountName,
  type EntryDraft,
  type HoldDraft,
  type Settlement,
} from '../../ledger/contract';
import type { Window } from './windows';

/*
 * Every way credits and key budgets move, in one place. The references are natural keys: whoever repeats a recipe moves
 * nothing twice.
 */

/** Whose credits come by the window: an artist's (by enrollment) or the pool that a programme's artists share. */
export interface Purse {
  readonly id: string;
  readonly kind: 'artist' | 'pool';
}

export function purseAccount({ id, kind }: Purse): AccountName {
  return kind === 'artist' ? account.credits(id) : account.pool(id);
}

/** The credits of a quota plan for one window. The window's start in the reference makes it once for each. */
export function grant(purse: Purse, planId: string, window: Window, credits: bigint): EntryDraft {
  const startsAt = window.startsAt.toISOString();
  return {
    reference: `grant:${purse.id}:${planId}:${startsAt}`,
    kind: 'quota.granted',
    unit: 'credit',
    postings: [{ from: account.issued('credit'), to: purseAccount(purse), amount: credits }],
    memo: { planId, startsAt, endsAt: window.endsAt.toISOString() },
  };
}

/** What is left of a window and does not carry over, once for each window. */
export function expire(purse: Purse, planId: string, window: Window, credits: bigint): EntryDraft {
  const startsAt = window.startsAt.toISOString();
  return {
    reference: `expire:${purse.id}:${planId}:${startsAt}`,
    kind: 'quota.expired',
    unit: 'credit',
    postings: [{ from: purseAccount(purse), to: account.expired(), amount: credits }],
    memo: { planId, startsAt, endsAt: window.endsAt.toISOString() },
  };
}

export interface TopUp {
  readonly id: string;
  readonly enrollmentId: string;
  readonly credits: bigint;
  /** In words; the artist reads it. */
  readonly reason: string;
}

/** Extra credits that staff give one artist. They do not expire. */
export function topUp({ id, enrollmentId, credits, reason }: TopUp): EntryDraft {
  return {
    reference: `top-up:${id}`,
    kind: 'quota.topped_up',
    unit: 'credit',
    postings: [{ from: account.issued('credit'), to: account.credits(enrollmentId), amount: credits }],
    memo: { reason },
  };
}

/** Why credits come back for a clip that was delivered and paid. */
export type GoodwillCause = 'unusable' | 'eta_missed';

/** Plain facts: which reason was named, or what was predicted and what happened. */
export type Evidence = Readonly<Record<string, string | number | boolean | null>>;

/** The price of one clip goes back to whoever paid it, once for each clip. */
export function goodwill(charge: Charge, cause: GoodwillCause, evidence: Evidence): EntryDraft {
  const { generationId, credits } = charge;
  return {
    reference: `goodwill:${generationId}`,
    kind: 'quota.goodwill_given',
    unit: 'credit',
    postings: [{ from: account.goodwill(), to: payingAccount(charge), amount: credits }],
    memo: { generationId, cause, evidence },
  };
}

/** Credits of the time in which a programme was paused, once for each pause and artist. They do not expire. */
export function makeGood(purse: Purse, pauseId: string, pause: Window, credits: bigint): EntryDraft {
  return {
    reference: `make-good:${pauseId}:${purse.id}`,
    kind: 'quota.made_good',
    unit: 'credit',
    postings: [{ from: account.goodwill(), to: purseAccount(purse), amount: credits }],
    memo: { pauseId, startsAt: pause.startsAt.toISOString(), endsAt: pause.endsAt.toISOString() },
  };
}

/** The budget of a family of API keys, once for each: a rotated key goes on with what its family has left. */
export function issueBudget(familyId: string, credits: bigint): EntryDraft {
  return {
    reference: `budget:${familyId}`,
    kind: 'quota.budget_issued',
    unit: 'budget',
    postings: [{ from: account.issued('budget'), to: account.budget(familyId), amount: credits }],
  };
}

/** What one generation reserves: always on the artist's credits or their pool, and on the key's budget where there is one. */
export interface Charge {
  readonly generationId: string;
  readonly enrollmentId: string;
  /** The first key of the family whose budget pays; `null`: only the artist's own credits bound this. */
  readonly keyId: string | null;
  /** The programme whose pool pays in place of the artist's own credits; `null`: they pay themselves. */
  readonly poolId: string | null;
  readonly credits: bigint;
}

/** The purse that a hold names. */
type Payer = 'budget' | 'credits' | 'pool';

const holdReference = (generationId: string, payer: Payer): string => `hold:${generationId}:${payer}`;

/** In the order of the accounts' names, which is the order in which the ledger locks. */
function payers({ keyId, poolId }: Charge): Payer[] {
  return [...(keyId === null ? [] : (['budget'] as const)), poolId === null ? 'credits' : 'pool'];
}

/** Whose credits a clip costs, besides the budget of a key. */
export function payingAccount({ enrollmentId, poolId }: Charge): AccountName {
  return poolId === null ? account.credits(enrollmentId) : account.pool(poolId);
}

function accountOfPayer(charge: Charge, payer: Payer): AccountName {
  return payer === 'budget' ? account.budget(charge.keyId ?? '') : payingAccount(charge);
}

/** At submit: reserved until the clip's fate is known. Holds do not time out; every end of a generation closes them. */
export function holds(charge: Charge): HoldDraft[] {
  return payers(charge).map((payer) => ({
    reference: holdReference(charge.generationId, payer),
    account: accountOfPayer(charge, payer),
    amount: charge.credits,
    expiresAt: null,
  }));
}

/** At success: what was held is spent. */
export function settlements(charge: Charge): Settlement[] {
  return payers(charge).map((payer) => ({
    hold: holdReference(charge.generationId, payer),
    amount: charge.credits,
    entry: {
      reference: `charge:${charge.generationId}:${payer}`,
      kind: 'quota.charged',
      to: account.spent(payer === 'budget' ? 'budget' : 'credit'),
      memo: { generationId: charge.generationId },
    },
  }));
}

/** At every other end: the references of the holds to let go. */
export function holdReferences(charge: Charge): string[] {
  return payers(charge).map((payer) => holdReference(charge.generationId, payer));
}
