import {
  account,
  type AccountName,
  type EntryDraft,
  type HoldDraft,
  type Settlement,
} from '../../ledger/contract';

/*
 * Every way credits and key budgets move, in one place. The references are natural keys: whoever repeats a recipe moves
 * nothing twice.
 */

/** The credits of a quota plan arrive with the artist, once per plan version. */
export function grant(enrollmentId: string, planId: string, credits: bigint): EntryDraft {
  return {
    reference: `grant:${enrollmentId}:${planId}`,
    kind: 'quota.granted',
    unit: 'credit',
    postings: [{ from: account.issued('credit'), to: account.credits(enrollmentId), amount: credits }],
    memo: { planId },
  };
}

/** Credits given back for a clip that nobody could use, within the published allowance. */
export function goodwill(generationId: string, enrollmentId: string, credits: bigint): EntryDraft {
  return {
    reference: `goodwill:${generationId}`,
    kind: 'quota.goodwill_given',
    unit: 'credit',
    postings: [{ from: account.goodwill(), to: account.credits(enrollmentId), amount: credits }],
    memo: { generationId },
  };
}

/** The budget of an API key, once for each key. A rotated key is a key of its own and starts anew. */
export function issueBudget(keyId: string, credits: bigint): EntryDraft {
  return {
    reference: `budget:${keyId}`,
    kind: 'quota.budget_issued',
    unit: 'budget',
    postings: [{ from: account.issued('budget'), to: account.budget(keyId), amount: credits }],
  };
}

/** What one generation reserves: always on the artist's credits, and on the key's budget where there is one. */
export interface Charge {
  readonly generationId: string;
  readonly enrollmentId: string;
  /** The key whose budget pays; `null`: only the artist's own credits bound this. */
  readonly keyId: string | null;
  readonly credits: bigint;
}

/** In the order of the accounts' names, which is the order in which the ledger locks. */
const PURSES = ['budget', 'credits'] as const;
type Purse = (typeof PURSES)[number];

const holdReference = (generationId: string, purse: Purse): string => `hold:${generationId}:${purse}`;

const purses = (charge: Pick<Charge, 'keyId'>): readonly Purse[] =>
  charge.keyId === null ? ['credits'] : PURSES;

function purseAccount({ enrollmentId, keyId }: Charge, purse: Purse): AccountName {
  return purse === 'credits' ? account.credits(enrollmentId) : account.budget(keyId ?? '');
}

/** At submit: reserved until the clip's fate is known. Holds do not time out; every end of a generation closes them. */
export function holds(charge: Charge): HoldDraft[] {
  return purses(charge).map((purse) => ({
    reference: holdReference(charge.generationId, purse),
    account: purseAccount(charge, purse),
    amount: charge.credits,
    expiresAt: null,
  }));
}

/** At success: what was held is spent. */
export function settlements(charge: Charge): Settlement[] {
  return purses(charge).map((purse) => ({
    hold: holdReference(charge.generationId, purse),
    amount: charge.credits,
    entry: {
      reference: `charge:${charge.generationId}:${purse}`,
      kind: 'quota.charged',
      to: account.spent(purse === 'credits' ? 'credit' : 'budget'),
      memo: { generationId: charge.generationId },
    },
  }));
}

/** At every other end: the references of the holds to let go. */
export function holdReferences(charge: Charge): string[] {
  return purses(charge).map((purse) => holdReference(charge.generationId, purse));
}
