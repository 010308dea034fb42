import type { Currency } from '../../../kernel/money';

export const RAIL_KEYS = ['sandbox', 'stripe', 'bank_file'] as const;
/** The ways in which a payout can be sent. */
export type RailKey = (typeof RAIL_KEYS)[number];

export const RAIL_MODES = ['test', 'live'] as const;
/** Whether a rail moves money. Test and live never meet in one installation. */
export type RailMode = (typeof RAIL_MODES)[number];

/**
 * One payment as a rail is asked for it, exactly as its attempt was written down. `reference` is the payout's id, by
 * which the rail can be asked again; `key` is the attempt's: the same key never makes two transfers while it lives.
 */
export interface PayRequest {
  readonly attemptId: string;
  readonly key: string;
  readonly reference: string;
  readonly personId: string;
  /** The rail's own name of the payee. */
  readonly recipient: string;
  /** Minor units. */
  readonly amount: bigint;
  readonly currency: Currency;
}

/**
 * What a rail said. `rejected` is definite: nothing was sent and nothing will be under this key; `isForAll` says that the
 * payout is not at fault (no money, no permission), so that the batch stops. Everything that is not known for certain
 * (time-outs, resets, 5xx, an answer that cannot be read or names something else) is `unknown`; `isSpent` says that this
 * key answers with its stored failure for ever. `misused`: the key is known with other parameters, which is our fault.
 */
export type PayAnswer =
  | { readonly outcome: 'accepted'; readonly railRef: string }
  | {
      readonly outcome: 'rejected';
      readonly code: string;
      readonly reason: string;
      readonly isForAll?: boolean;
    }
  | { readonly outcome: 'unknown'; readonly reason: string; readonly isSpent?: boolean }
  | { readonly outcome: 'misused'; readonly reason: string };

/**
 * `bounced`: the payee's bank sent the money back to the payee's account at the rail, where it would be sent again by
 * itself; it must be reversed before the debt may reopen.
 */
export type RailState = 'in_transit' | 'paid' | 'failed' | 'returned' | 'bounced';

export const RETURNERS = ['bank', 'person', 'stripe'] as const;
/** Who sends money back: the payee's bank, people of the programme, or Stripe by itself. */
export type Returner = (typeof RETURNERS)[number];

/** A transfer as the rail itself reports it. */
export interface RailTransfer {
  readonly railRef: string;
  readonly reference: string;
  readonly recipient: string;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly state: RailState;
  readonly reason: string | null;
  /** The rail's own payment that carries it to the payee's bank, once there is one. */
  readonly bankRef?: string | null;
  /** Who sent back what came back; the payee's bank unless named. */
  readonly returnedBy?: Returner;
}

export const STANDINGS = ['pending', 'ready', 'restricted', 'disabled'] as const;
/** `pending`: the payee has steps to do; `ready`: may be paid; `restricted`: the rail wants more; `disabled`: refused. */
export type Standing = (typeof STANDINGS)[number];

/** A payee as the rail knows them. `requirements` are the rail's words for what it still wants. */
export interface RailRecipient {
  readonly ref: string;
  readonly standing: Standing;
  readonly requirements: readonly string[];
  readonly country: string | null;
  /** Changes whenever the place where money arrives does; never the number itself. */
  readonly fingerprint: string | null;
  /** The last characters of the account, to show. */
  readonly last4: string | null;
}

/** What is needed to make somebody a payee. `account` is for rails that pay to a bank account themselves. */
export interface RecipientDraft {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  /** ISO 3166, two letters. */
  readonly country: string;
  readonly account?: {
    readonly iban?: string;
    readonly town?: string;
    readonly routing?: string;
    readonly number?: string;
    readonly isSavings?: boolean;
  };
  /** Which try it is; absent: the first. */
  readonly attempt?: RecipientTry;
}

/** A try to make somebody known to a rail. A new number follows a definite refusal, never a doubt. */
export interface RecipientTry {
  readonly number: number;
  /** When the first one began, where there was one before; `null`: this is it. What it made is looked for first. */
  readonly since: Date | null;
}

/** Minor units at the rail that can be sent now, and that are on their way in. */
export interface RailBalance {
  readonly available: bigint;
  readonly pending: bigint;
}

/** A movement of the rail's own list. `amount` in minor units: above zero came in, below went out. */
export interface Movement {
  readonly id: string;
  readonly kind: 'transfer' | 'reversal' | 'other';
  /** The payout's id, where it is one of ours. */
  readonly reference: string | null;
  readonly railRef: string | null;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly at: Date;
}

/** Something changed at the rail; what, only a look tells. */
export interface RailNews {
  readonly id: string;
  readonly type: string;
  readonly mode: RailMode;
  readonly at: Date;
  /** The payee's account at the rail, where the news is of one. */
  readonly recipient: string | null;
  /** Id of what changed. */
  readonly object: string | null;
}

/**
 * A way to send money, one contract for all (`test/contract/payout-rail.spec.ts`). Every method may throw: whoever asks
 * treats that as "not known". `find` answers `null` only when the rail certainly has no transfer of this reference.
 */
export interface PayoutRail {
  readonly key: RailKey;
  readonly mode: RailMode;
  /** Milliseconds for which the same key surely makes no second transfer. */
  readonly keyLifeMs: number;
  /** Least amount of one payment in minor units; less waits for the next batch. */
  minimum(currency: Currency): bigint;
  createRecipient(draft: RecipientDraft): Promise<RailRecipient>;
  /** A page of the rail where the payee gives what it wants to know; made on click, good once. `null`: there is none. */
  onboardingLink(ref: string, back: { done: string; again: string }): Promise<string | null>;
  recipientStatus(ref: string): Promise<RailRecipient>;
  /** `null`: this rail holds no money of ours. */
  balance(currency: Currency): Promise<RailBalance | null>;
  pay(request: PayRequest): Promise<PayAnswer>;
  find(reference: string): Promise<RailTransfer | null>;
  /** Takes a whole transfer back. `accepted`: it is, or was before; `rejected`: the money is no longer there. */
  reverse(transfer: Pick<RailTransfer, 'railRef' | 'reference'>): Promise<PayAnswer>;
  movements(since: Date): Promise<Movement[]>;
  /** Refuses what the rail did not sign. */
  parseWebhook(raw: Buffer, headers: Readonly<Record<string, unknown>>, source: string): RailNews;
  /** News since then, for the nightly catch-up; empty where the rail sends none. */
  newsSince(since: Date): Promise<RailNews[]>;
}
