import { blank } from './contract';

export interface Account {
  readonly id: string;
  readonly created: number;
  readonly country: string;
  readonly email: string | null;
  readonly metadata: Record<string, string>;
  transfers: 'active' | 'inactive' | 'pending';
  payoutsEnabled: boolean;
  detailsSubmitted: boolean;
  disabledReason: string | null;
  due: string[];
  bank: { fingerprint: string; last4: string } | null;
}

export interface Transfer {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly destination: string;
  readonly payment: string;
  readonly group: string | null;
  readonly metadata: Record<string, string>;
  readonly created: number;
  readonly reversals: { readonly id: string; readonly amount: number; readonly created: number }[];
}

export interface BankPayout {
  readonly id: string;
  readonly account: string;
  readonly amount: number;
  readonly currency: string;
  readonly created: number;
  /** Ids of balance transactions' sources that it carries. */
  readonly carries: readonly string[];
  status: 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled';
  failure: string | null;
}

export interface Line {
  readonly id: string;
  /** `null`: the platform's own. */
  readonly account: string | null;
  readonly source: string;
  readonly net: number;
  readonly currency: string;
  readonly type: string;
  readonly created: number;
  payout: string | null;
}

export interface Happened {
  readonly id: string;
  readonly type: string;
  readonly account: string | null;
  readonly object: Record<string, unknown>;
  readonly created: number;
}

/** Money and objects at Stripe, without any HTTP. Amounts are integers of minor units, as on the wire. */
export class StripeWorld {
  readonly accounts = new Map<string, Account>();
  readonly transfers: Transfer[] = [];
  readonly payouts: BankPayout[] = [];
  readonly lines: Line[] = [];
  readonly events: Happened[] = [];
  /** Stripe has allowed this platform to ask for transfers alone. */
  isApproved = true;
  /** Seconds since 1970; tests turn it forward. */
  now = 1_790_000_000;
  private count = 0;

  constructor(readonly isLive = false) {}

  next(prefix: string): string {
    this.count += 1;
    return `${prefix}_${this.count.toString(36).padStart(8, '0')}`;
  }

  balance(account: string | null, currency: string): number {
    return this.lines
      .filter((line) => line.account === account && line.currency === currency)
      .reduce((sum, { net }) => sum + net, 0);
  }

  book(account: string | null, source: string, net: number, currency: string, type: string): void {
    const { now: created } = this;
    this.lines.push({ id: this.next('txn'), account, source, net, currency, type, created, payout: null });
  }

  tell(type: string, object: Record<string, unknown>, account: string | null = null): void {
    this.events.push({ id: this.next('evt'), type, account, object, created: this.now });
  }

  fund(currency: string, amount: number): void {
    this.book(null, this.next('tu'), amount, currency, 'topup');
  }

  /** What a person does on Stripe's pages. */
  onboard(id: string, bank = { fingerprint: `fp_${id}`, last4: '4242' }): void {
    const account = this.account(id);
    Object.assign(account, {
      transfers: 'active',
      payoutsEnabled: true,
      detailsSubmitted: true,
      due: [],
      bank,
    });
    this.tell('account.updated', this.accountView(account), id);
  }

  restrict(id: string, due: string[], transfers: Account['transfers'] = 'inactive'): void {
    const account = this.account(id);
    Object.assign(account, { transfers, due });
    this.tell('capability.updated', { id: 'transfers', object: 'capability', account: id }, id);
  }

  account(id: string): Account {
    const account = this.accounts.get(id);
    if (account === undefined) throw new Error(`no account ${id}`);
    return account;
  }

  /** The automatic payout of everything that an account has. */
  payOut(id: string, currency: string): BankPayout | null {
    const open = this.lines.filter(
      (line) => line.account === id && line.currency === currency && line.payout === null,
    );
    const amount = open.reduce((sum, { net }) => sum + net, 0);
    if (amount <= 0) return null;
    const payout: BankPayout = {
      id: this.next('po'),
      account: id,
      amount,
      currency,
      created: this.now,
      carries: open.map(({ source }) => source),
      status: 'in_transit',
      failure: null,
    };
    for (const line of open) line.payout = payout.id;
    this.payouts.push(payout);
    this.book(id, payout.id, -amount, currency, 'payout');
    const own = this.lines.at(-1);
    if (own !== undefined) own.payout = payout.id;
    this.tell('payout.created', this.payoutView(payout), id);
    return payout;
  }

  /** The bank's word; a payout that was paid may fail afterwards. */
  bank(payout: BankPayout, status: 'paid' | 'failed', failure = 'account_closed'): void {
    if (payout.status === 'failed' || payout.status === status) return;
    payout.status = status;
    if (status === 'failed') {
      payout.failure = failure;
      this.book(payout.account, payout.id, payout.amount, payout.currency, 'payout_failure');
    }
    this.tell(`payout.${status}`, this.payoutView(payout), payout.account);
  }

  /** Refuses what Stripe refuses: `{ code, message }`. */
  transfer(params: Record<string, unknown>): Transfer | { code: string; message: string } {
    const { amount = 0, currency = '', destination = '' } = params as Partial<Transfer>;
    const account = this.accounts.get(destination);
    if (account === undefined)
      return { code: 'resource_missing', message: `No such destination: '${destination}'` };
    if (account.transfers !== 'active')
      return {
        code: 'insufficient_capabilities_for_transfer',
        message:
          'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
      };
    if (!(amount > 0)) return { code: 'parameter_invalid_integer', message: 'Invalid positive integer' };
    if (this.balance(null, currency) < amount)
      return {
        code: 'balance_insufficient',
        message: 'You have insufficient available funds in your Stripe account.',
      };
    const transfer: Transfer = {
      id: this.next('tr'),
      amount,
      currency,
      destination,
      payment: this.next('py'),
      group: (params.transfer_group as string | undefined) ?? null,
      metadata: (params.metadata as Record<string, string> | undefined) ?? {},
      created: this.now,
      reversals: [],
    };
    this.transfers.push(transfer);
    this.book(null, transfer.id, -amount, currency, 'transfer');
    this.book(destination, transfer.payment, amount, currency, 'payment');
    this.tell('transfer.created', this.transferView(transfer));
    return transfer;
  }

  reverse(id: string): { id: string; amount: number; created: number } | { code: string; message: string } {
    const transfer = this.transfers.find((one) => one.id === id);
    if (transfer === undefined) return { code: 'resource_missing', message: `No such transfer: '${id}'` };
    if (transfer.reversals.length > 0)
      return { code: 'transfer_reversed', message: 'This transfer has already been fully reversed.' };
    if (this.balance(transfer.destination, transfer.currency) < transfer.amount)
      return { code: 'balance_insufficient', message: 'The connected account has insufficient funds.' };
    const reversal = { id: this.next('trr'), amount: transfer.amount, created: this.now };
    transfer.reversals.push(reversal);
    this.book(transfer.destination, reversal.id, -transfer.amount, transfer.currency, 'payment_refund');
    this.book(null, reversal.id, transfer.amount, transfer.currency, 'transfer_refund');
    this.tell('transfer.reversed', this.transferView(transfer));
    return reversal;
  }

  transferView(transfer: Transfer): Record<string, unknown> {
    const { id, amount, currency, destination, metadata, created } = transfer;
    const data = transfer.reversals.map((reversal) => this.reversalView(transfer, reversal));
    return {
      ...blank('Transfer'),
      id,
      object: 'transfer',
      amount,
      currency,
      destination,
      metadata,
      created,
      amount_reversed: data.length > 0 ? amount : 0,
      reversed: data.length > 0,
      destination_payment: transfer.payment,
      transfer_group: transfer.group,
      livemode: this.isLive,
      reversals: { object: 'list', data, has_more: false, url: `/v1/transfers/${id}/reversals` },
    };
  }

  reversalView(transfer: Transfer, reversal: Transfer['reversals'][number]): Record<string, unknown> {
    const { currency, id } = transfer;
    return { ...blank('TransferReversal'), ...reversal, object: 'transfer_reversal', currency, transfer: id };
  }

  payoutView({ id, amount, currency, created, status, failure }: BankPayout): Record<string, unknown> {
    return {
      ...blank('Payout'),
      id,
      object: 'payout',
      amount,
      currency,
      created,
      status,
      failure_code: failure,
      failure_message: failure === null ? null : `The bank says: ${failure}`,
      automatic: true,
      livemode: this.isLive,
    };
  }

  accountView(account: Account): Record<string, unknown> {
    const { id, created, country, email, metadata, transfers } = account;
    const data =
      account.bank === null
        ? []
        : [{ ...blank('BankAccount'), id: `ba_${id}`, object: 'bank_account', ...account.bank }];
    return {
      ...blank('Account'),
      id,
      object: 'account',
      created,
      country,
      email,
      metadata,
      type: 'express',
      capabilities: { transfers },
      payouts_enabled: account.payoutsEnabled,
      details_submitted: account.detailsSubmitted,
      requirements: {
        ...blank('Account.Requirements'),
        currently_due: account.due,
        past_due: [],
        disabled_reason: account.disabledReason,
      },
      external_accounts: {
        object: 'list',
        data,
        has_more: false,
        url: `/v1/accounts/${id}/external_accounts`,
      },
    };
  }
}
