import Sdk from 'stripe';
import { HOUR, SECOND } from '../../../kernel/clock';
import type { Currency } from '../../../kernel/money';
import { refusal } from '../../../kernel/refusal';
import { payoutsRefusals } from '../contract';
import type {
  Movement,
  PayAnswer,
  PayoutRail,
  PayRequest,
  RailBalance,
  RailMode,
  RailNews,
  RailRecipient,
  RailTransfer,
  RecipientDraft,
} from '../domain/rail';
import { newsOf, parseNews, type StripeSecrets } from './stripe-news.mapping';
import { answerOf, idOf, isEcho, isFinal, recipientOf, returned, stateOf } from './stripe.mapping';

/** Version of Stripe's library in this build. */
export const STRIPE_SDK = Sdk.PACKAGE_VERSION;

/** Pinned, so that a new SDK is a visible difference. */
export const STRIPE_VERSION = '2026-10-28.endive';

/** A call may take this long; a sender's lease is longer than all calls of one try. */
const TIMEOUT_MS = 10 * SECOND;

/** Least transfer by currency after which no payee's bank refuses for smallness. */
const MINIMUM: Readonly<Record<Currency, bigint>> = {
  EUR: 100n, USD: 100n, GBP: 100n, CHF: 500n, SEK: 2_000n, PLN: 500n, CAD: 100n, AUD: 100n, JPY: 100n, KWD: 1_000n,
}; // prettier-ignore

export interface StripeOptions {
  readonly secretKey: string;
  readonly mode: RailMode;
  readonly apiBase: string;
  readonly secrets: StripeSecrets;
  /** Country of the platform's own account; payees elsewhere accept the recipient agreement. */
  readonly country: string | null;
  readonly fetch: typeof fetch;
}

/**
 * Stripe Connect: Express accounts, hosted onboarding, one transfer for each payout, automatic payouts to the bank. The
 * transfer's group is the payout's id, the only thing that Stripe can be asked by.
 */
export class StripeRail implements PayoutRail {
  readonly key = 'stripe';
  readonly mode: RailMode;
  /** Stripe keeps keys for at least a day. */
  readonly keyLifeMs = 20 * HOUR;
  private readonly stripe: Sdk;

  constructor(private readonly options: StripeOptions) {
    const isLive = /^(sk|rk)_live_/.test(options.secretKey);
    if (isLive !== (options.mode === 'live'))
      throw refusal(payoutsRefusals, 'wrong_mode', { rail: 'stripe', mode: options.mode });
    this.mode = options.mode;
    const base = new URL(options.apiBase);
    this.stripe = new Sdk(options.secretKey, {
      apiVersion: STRIPE_VERSION,
      host: base.hostname,
      ...(base.port !== '' && { port: base.port }),
      protocol: base.protocol === 'http:' ? 'http' : 'https',
      httpClient: Sdk.createFetchHttpClient(options.fetch),
      maxNetworkRetries: 0,
      timeout: TIMEOUT_MS,
      telemetry: false,
    });
  }

  minimum(currency: Currency): bigint {
    return MINIMUM[currency];
  }

  /**
   * Refuses `rail_refused` with Stripe's own sentence: a platform that may not do this must ask Stripe, not us. A refusal
   * is kept under its key for a day, so each try has its own; what an earlier one made after all is found first.
   */
  async createRecipient({ personId, email, country, attempt }: RecipientDraft): Promise<RailRecipient> {
    const { number, since } = attempt ?? { number: 1, since: null };
    const made = since === null ? null : await this.telling(this.madeSince(since, personId, country));
    if (made !== null) return recipientOf(made);
    const isAbroad = this.options.country !== null && this.options.country !== country;
    const account = await this.telling(
      this.stripe.accounts.create(
        {
          type: 'express',
          country,
          email,
          business_type: 'individual',
          capabilities: { transfers: { requested: true } },
          metadata: { person: personId },
          ...(isAbroad && { tos_acceptance: { service_agreement: 'recipient' } }),
        },
        { idempotencyKey: `atelier:recipient:${personId}:${country}:${number}` },
      ),
    );
    if (typeof account.id !== 'string' || !account.id.startsWith('acct_'))
      throw new Error('the answer to a new account is no account');
    return recipientOf(account);
  }

  async onboardingLink(ref: string, back: { done: string; again: string }): Promise<string> {
    const link = await this.telling(
      this.stripe.accountLinks.create({
        account: ref,
        type: 'account_onboarding',
        return_url: back.done,
        refresh_url: back.again,
        collection_options: { fields: 'eventually_due', future_requirements: 'include' },
      }),
    );
    return link.url;
  }

  async recipientStatus(ref: string): Promise<RailRecipient> {
    const account = await this.telling(this.stripe.accounts.retrieve(ref));
    if (account.id !== ref) throw new Error('the answer names another account');
    return recipientOf(account);
  }

  async balance(currency: Currency): Promise<RailBalance> {
    const { available, pending } = await this.stripe.balance.retrieve();
    const sum = (lines: readonly { amount: number; currency: string }[]): bigint =>
      lines
        .filter((line) => line.currency === currency.toLowerCase())
        .reduce((total, { amount }) => total + BigInt(amount), 0n);
    return { available: sum(available), pending: sum(pending) };
  }

  async pay(request: PayRequest): Promise<PayAnswer> {
    const { reference, attemptId, recipient, amount, currency, key } = request;
    try {
      const transfer = await this.stripe.transfers.create(
        {
          amount: Number(amount),
          currency: currency.toLowerCase(),
          destination: recipient,
          transfer_group: reference,
          metadata: { payout: reference, attempt: attemptId },
        },
        { idempotencyKey: key },
      );
      if (isEcho(transfer, request, this.mode)) return { outcome: 'accepted', railRef: transfer.id };
      return { outcome: 'unknown', reason: 'the answer is not the transfer that was asked for' };
    } catch (error) {
      return answerOf(error);
    }
  }

  async find(reference: string): Promise<RailTransfer | null> {
    const list = await this.stripe.transfers.list({ transfer_group: reference, limit: 100 });
    if (list.object !== 'list' || list.has_more) throw new Error('the answer is not a list of transfers');
    const ours = list.data.filter(({ metadata }) => metadata.payout === reference);
    const transfer = ours.find(({ reversed }) => !reversed) ?? ours[0];
    if (transfer === undefined) return null;
    const way = await this.wayOf(transfer);
    const seen = transfer.reversed ? returned(way) : way;
    return {
      railRef: transfer.id,
      reference,
      recipient: idOf(transfer.destination) ?? '',
      amount: BigInt(transfer.amount),
      currency: transfer.currency.toUpperCase() as Currency,
      ...seen,
    };
  }

  async reverse({ railRef, reference }: Pick<RailTransfer, 'railRef' | 'reference'>): Promise<PayAnswer> {
    try {
      const before = await this.stripe.transfers.retrieve(railRef);
      if (before.id === railRef && before.reversed) return { outcome: 'accepted', railRef };
      const reversal = await this.stripe.transfers.createReversal(
        railRef,
        { metadata: { payout: reference } },
        { idempotencyKey: `atelier:reverse:${reference}` },
      );
      if (idOf(reversal.transfer) === railRef) return { outcome: 'accepted', railRef };
      return { outcome: 'unknown', reason: 'the answer is not the reversal that was asked for' };
    } catch (error) {
      return answerOf(error);
    }
  }

  async movements(since: Date): Promise<Movement[]> {
    const gte = Math.trunc(since.getTime() / SECOND);
    const found: Movement[] = [];
    const known = new Set<string | null>();
    for await (const transfer of this.stripe.transfers.list({ created: { gte }, limit: 100 })) {
      const currency = transfer.currency.toUpperCase() as Currency;
      const of = { reference: transfer.metadata.payout ?? null, railRef: transfer.id, currency };
      known.add(transfer.id);
      const at = new Date(transfer.created * SECOND);
      found.push({ ...of, id: transfer.id, kind: 'transfer', amount: -BigInt(transfer.amount), at });
      for (const { id, amount, created } of transfer.reversals.data) {
        known.add(id);
        const when = new Date(created * SECOND);
        found.push({ ...of, id, kind: 'reversal', amount: BigInt(amount), at: when });
      }
    }
    for await (const line of this.stripe.balanceTransactions.list({ created: { gte }, limit: 100 })) {
      if (known.has(idOf(line.source))) continue;
      const currency = line.currency.toUpperCase() as Currency;
      const at = new Date(line.created * SECOND);
      const amount = BigInt(line.net);
      found.push({ id: line.id, kind: 'other', reference: null, railRef: null, amount, currency, at });
    }
    return found;
  }

  parseWebhook(raw: Buffer, headers: Readonly<Record<string, unknown>>, source: string): RailNews {
    const news = parseNews(this.stripe, this.options.secrets, raw, headers, source);
    if (news.mode !== this.mode)
      throw refusal(payoutsRefusals, 'wrong_mode', { rail: 'stripe', mode: news.mode });
    return news;
  }

  async newsSince(since: Date): Promise<RailNews[]> {
    const gte = Math.trunc(since.getTime() / SECOND);
    const found: RailNews[] = [];
    for await (const event of this.stripe.events.list({ created: { gte }, limit: 100 }))
      found.push(newsOf(event));
    return found;
  }

  /** Where a transfer's money is on the payee's account: in its balance, with its bank, or back from it. */
  private async wayOf(transfer: Sdk.Transfer): Promise<ReturnType<typeof stateOf>> {
    const stripeContext = idOf(transfer.destination) ?? '';
    const created = { gte: transfer.created };
    const payouts: Sdk.Payout[] = [];
    for await (const payout of this.stripe.payouts.list({ created, limit: 100 }, { stripeContext }))
      payouts.push(payout);
    const steps = [];
    for (const payout of payouts.toReversed()) {
      const carries: (string | null)[] = [];
      const lines = this.stripe.balanceTransactions.list(
        { payout: payout.id, limit: 100 },
        { stripeContext },
      );
      for await (const { source } of lines) carries.push(idOf(source));
      steps.push({ payout, carries });
    }
    return stateOf(idOf(transfer.destination_payment), steps);
  }

  /** Errors in setting up are for people: Stripe's sentence is the best there is. */
  private async telling<T>(call: Promise<T>): Promise<T> {
    try {
      return await call;
    } catch (error) {
      if (!(error instanceof Sdk.errors.StripeError)) throw error;
      const { message, code, requestId } = error;
      const detail = `Stripe says: ${message}`;
      throw refusal(payoutsRefusals, 'rail_refused', { detail, code, requestId, isFinal: isFinal(error) });
    }
  }

  private async madeSince(since: Date, personId: string, country: string): Promise<Sdk.Account | null> {
    const gte = Math.trunc((since.getTime() - HOUR) / SECOND); // their clock is not ours
    for await (const account of this.stripe.accounts.list({ created: { gte }, limit: 100 }))
      if (account.metadata?.person === personId && account.country === country) return account;
    return null;
  }
}
