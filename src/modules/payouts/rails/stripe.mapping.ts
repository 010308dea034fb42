import Sdk from 'stripe';
import type {
  PayAnswer,
  PayRequest,
  RailMode,
  RailRecipient,
  RailState,
  RailTransfer,
  Standing,
} from '../domain/rail';

const idOf = (value: string | { id: string } | null | undefined): string | null =>
  typeof value === 'string' ? value : (value?.id ?? null);

/** Codes after which certainly nothing was sent and nothing will be, and the payout's own payee is why. */
const DEFINITE = new Set([
  'insufficient_capabilities_for_transfer',
  'account_invalid',
  'account_closed',
  'resource_missing',
  'amount_too_small',
  'amount_too_large',
]);

/** Codes that say as much, but would say it of every payout. */
const FOR_ALL = new Set(['balance_insufficient', 'insufficient_funds', 'transfers_not_allowed']);

/** The code is not among those that the SDK lists: the message is what Stripe has always said. */
const NO_CAPABILITY = /needs to have at least one of the following capabilities enabled/;

const isReplayed = ({ headers }: Sdk.errors.StripeError): boolean =>
  headers?.['idempotent-replayed'] === 'true';

/** What an error of the SDK says about the money; whatever is not certain is `unknown`. */
export function answerOf(error: unknown): PayAnswer {
  const reason = error instanceof Error ? error.message : String(error);
  if (!(error instanceof Sdk.errors.StripeError)) return { outcome: 'unknown', reason };
  const { statusCode = 0 } = error;
  const code = error.code ?? (NO_CAPABILITY.test(reason) ? 'insufficient_capabilities_for_transfer' : '');
  if (error instanceof Sdk.errors.StripeIdempotencyError) return { outcome: 'misused', reason };
  if (error instanceof Sdk.errors.StripeAuthenticationError)
    return { outcome: 'rejected', code: code === '' ? 'authentication' : code, reason, isForAll: true };
  if (statusCode >= 400 && statusCode < 500 && DEFINITE.has(code))
    return { outcome: 'rejected', code, reason };
  if (statusCode >= 400 && statusCode < 500 && FOR_ALL.has(code))
    return { outcome: 'rejected', code, reason, isForAll: true };
  if (error instanceof Sdk.errors.StripePermissionError)
    return { outcome: 'rejected', code: 'permission', reason, isForAll: true };
  return { outcome: 'unknown', reason, ...(statusCode >= 500 && isReplayed(error) && { isSpent: true }) };
}

/** Whether the same key would be answered so for ever: a refusal, or a failure that Stripe has stored. */
export function isFinal(error: Sdk.errors.StripeError): boolean {
  const { statusCode = 0 } = error;
  if (statusCode >= 500) return isReplayed(error);
  return statusCode >= 400 && statusCode !== 409 && statusCode !== 429;
}

/** The SDK does not look at the status of an answer: only what names our transfer in every member is ours. */
export function isEcho(transfer: Sdk.Transfer, request: PayRequest, mode: RailMode): boolean {
  return (
    typeof transfer.id === 'string' &&
    transfer.id.startsWith('tr_') &&
    transfer.amount === Number(request.amount) &&
    transfer.currency === request.currency.toLowerCase() &&
    idOf(transfer.destination) === request.recipient &&
    transfer.metadata?.payout === request.reference &&
    transfer.livemode === (mode === 'live')
  );
}

function standingOf(account: Sdk.Account): Standing {
  const reason = account.requirements?.disabled_reason ?? '';
  if (reason.startsWith('rejected')) return 'disabled';
  if (account.capabilities?.transfers === 'active' && account.payouts_enabled) return 'ready';
  return account.details_submitted ? 'restricted' : 'pending';
}

export function recipientOf(account: Sdk.Account): RailRecipient {
  const bank = account.external_accounts?.data[0];
  const { currently_due: due = [], past_due: past = [] } = account.requirements ?? {};
  return {
    ref: account.id,
    standing: standingOf(account),
    requirements: [...new Set([...(past ?? []), ...(due ?? [])])],
    country: account.country ?? null,
    fingerprint: bank === undefined ? null : (bank.fingerprint ?? bank.id),
    last4: bank?.last4 ?? null,
  };
}

const STATE_OF: Readonly<Record<string, RailState>> = {
  paid: 'paid',
  failed: 'bounced',
  canceled: 'bounced',
};

type OnTheWay = Required<Pick<RailTransfer, 'state' | 'reason' | 'bankRef'>>;

/** The way of a transfer's money on the payee's account, oldest payout first: each names what it carried. */
export function stateOf(
  payment: string | null,
  payouts: readonly { readonly payout: Sdk.Payout; readonly carries: readonly (string | null)[] }[],
): OnTheWay {
  let target = payment;
  let at: OnTheWay = { state: 'in_transit', reason: null, bankRef: null };
  for (const { payout, carries } of payouts) {
    if (target === null || !carries.includes(target)) continue;
    at = {
      state: STATE_OF[payout.status] ?? 'in_transit',
      reason: payout.failure_message ?? payout.failure_code,
      bankRef: payout.id,
    };
    // What failed is carried on by the next payout, under the name of the one that failed.
    if (at.state === 'bounced') target = payout.id;
  }
  return at;
}

/** A transfer that was reversed: because the bank had refused it, or by whoever may do so at Stripe. */
export function returned(
  way: ReturnType<typeof stateOf>,
): Pick<RailTransfer, 'state' | 'reason' | 'bankRef' | 'returnedBy'> {
  const { bankRef } = way;
  return way.state === 'bounced'
    ? { state: 'returned', reason: way.reason, bankRef, returnedBy: 'bank' }
    : { state: 'returned', reason: 'reversed', bankRef, returnedBy: 'stripe' };
}

export { idOf };
