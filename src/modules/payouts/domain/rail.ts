import type { Currency } from '../../../kernel/money';

/** One payment as a rail is asked for it. `reference` is the payout's id: one reference, at most one transfer. */
export interface PayRequest {
  readonly attemptId: string;
  readonly reference: string;
  readonly personId: string;
  /** Minor units. */
  readonly amount: bigint;
  readonly currency: Currency;
}

/**
 * What a rail said. `rejected` is definite: nothing was sent and nothing will be. Everything that is not known for
 * certain (time-outs, resets, 5xx, an answer that cannot be read) is `unknown`.
 */
export type PayAnswer =
  | { readonly outcome: 'accepted'; readonly railRef: string }
  | { readonly outcome: 'rejected'; readonly reason: string }
  | { readonly outcome: 'unknown'; readonly reason: string };

export type RailState = 'in_transit' | 'paid' | 'failed' | 'returned';

/** A transfer as the rail itself reports it. */
export interface RailTransfer {
  readonly railRef: string;
  readonly reference: string;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly state: RailState;
  readonly reason: string | null;
}

/**
 * A way to send money. `pay` with a reference that the rail has seen returns that transfer when the parameters are the
 * same and is an error when they are not. Both methods may throw: whoever asks treats that as "not known".
 * `find` answers `null` only when the rail certainly has no transfer of this reference.
 */
export interface PayoutRail {
  readonly key: string;
  pay(request: PayRequest): Promise<PayAnswer>;
  find(reference: string): Promise<RailTransfer | null>;
}

/** Where Nest finds the rail in use. */
export const PAYOUT_RAIL = Symbol('PayoutRail');
