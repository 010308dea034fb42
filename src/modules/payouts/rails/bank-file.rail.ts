import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Settings } from '../../../platform/config/settings';
import { Database } from '../../../platform/db/database';
import { payoutsRefusals } from '../contract';
import { formatOf, MOST } from '../domain/bank-lines';
import { RAIL_STATE } from '../domain/bank-order.workflow';
import type {
  Movement,
  PayAnswer,
  PayoutRail,
  PayRequest,
  RailMode,
  RailNews,
  RailRecipient,
  RailTransfer,
  RecipientDraft,
} from '../domain/rail';
import { accountOf } from './bank-account.mapping';
import { BankAccountRepository, type KnownAccount } from './bank-account.repository';
import { BankOrderRepository } from './bank-order.repository';

const recipientOf = ({ id, mark, country, last4 }: KnownAccount): RailRecipient => ({
  ref: id,
  standing: 'ready',
  requirements: [],
  country,
  fingerprint: mark,
  last4,
});

const no = (code: string, reason: string): PayAnswer => ({ outcome: 'rejected', code, reason });

/**
 * Payments that go to a bank as a file (SEPA in EUR, ACH in USD), carried there by a person. Accepting a payment writes
 * an order down; a file takes it along; what became of it a person reads from the statement of account.
 */
@Injectable()
export class BankFileRail implements PayoutRail {
  readonly key = 'bank_file';
  readonly mode: RailMode;
  /** It knows every reference for ever. */
  readonly keyLifeMs = Number.MAX_SAFE_INTEGER / 1_000_000;

  constructor(
    private readonly db: Database,
    private readonly orders: BankOrderRepository,
    private readonly accounts: BankAccountRepository,
    settings: Settings,
  ) {
    this.mode = settings.payoutMode;
  }

  minimum(): bigint {
    return 1n;
  }

  /** Refuses `account_wrong` with the field. */
  async createRecipient(draft: RecipientDraft): Promise<RailRecipient> {
    return recipientOf(await this.accounts.keep(draft.personId, accountOf(draft)));
  }

  async onboardingLink(): Promise<null> {
    return null;
  }

  async recipientStatus(ref: string): Promise<RailRecipient> {
    const known = await this.accounts.find(ref);
    if (known === null) throw refusal(payoutsRefusals, 'not_found');
    return recipientOf(known);
  }

  async balance(): Promise<null> {
    return null;
  }

  async pay(request: PayRequest): Promise<PayAnswer> {
    const format = formatOf(request.currency);
    if (format === null) return no('currency', `A bank file carries EUR and USD, not ${request.currency}.`);
    if (request.amount > MOST[format]) return no('amount_too_large', 'No bank file can carry this amount.');
    const account = (await this.accounts.open([request.recipient])).get(request.recipient);
    if (account === undefined) return no('account_invalid', 'There is no such account.');
    if (account.account.kind !== format)
      return no('account_invalid', `The payee’s account cannot be paid in ${request.currency}.`);
    const order = await this.db.tx((tx) => this.orders.insert(tx, request));
    const isSame =
      order.accountId === request.recipient &&
      order.amount === request.amount &&
      order.currency === request.currency;
    if (isSame) return { outcome: 'accepted', railRef: order.id };
    return { outcome: 'misused', reason: 'there is an order of this reference with another amount or payee' };
  }

  async find(reference: string): Promise<RailTransfer | null> {
    const order = await this.orders.find(reference);
    if (order === null) return null;
    const { id: railRef, accountId: recipient, amount, currency, state, reason } = order;
    return { railRef, reference, recipient, amount, currency, state: RAIL_STATE[state], reason };
  }

  /** What is in no file yet is taken back here; the rest only a bank can send back. */
  async reverse({ railRef, reference }: Pick<RailTransfer, 'railRef' | 'reference'>): Promise<PayAnswer> {
    return this.db.tx(async (tx) => {
      const order = await this.orders.lock(tx, reference);
      if (order === null) return no('resource_missing', 'There is no such order.');
      const { id, state: from } = order;
      if (from === 'refused' || from === 'returned') return { outcome: 'accepted', railRef };
      if (from !== 'waiting')
        return no(
          'bank_recall',
          'It is with the bank. Ask the bank for a recall, and write it down as returned once the money is back.',
        );
      const move = { id, verb: 'withdraw', from, to: 'refused', actor: SYSTEM };
      await this.orders.move(tx, move, 'taken back before it was in a file');
      return { outcome: 'accepted', railRef };
    });
  }

  async movements(since: Date): Promise<Movement[]> {
    return (await this.orders.listSince(since)).flatMap((order) => {
      const { id, reference, currency, amount, state, createdAt, updatedAt } = order;
      const of = { reference, railRef: id, currency };
      const sent: Movement = { ...of, id, kind: 'transfer', amount: -amount, at: createdAt };
      const isBack = state === 'returned' || state === 'refused';
      return isBack
        ? [sent, { ...of, id: `${id}_back`, kind: 'reversal' as const, amount, at: updatedAt }]
        : [sent];
    });
  }

  parseWebhook(): RailNews {
    throw refusal(payoutsRefusals, 'signature_wrong');
  }

  async newsSince(): Promise<RailNews[]> {
    return [];
  }
}
