import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CURRENCIES, type Currency } from '../../../kernel/money';
import { refusal } from '../../../kernel/refusal';
import { ConfigurationError } from '../../../platform/config/env';
import { Settings } from '../../../platform/config/settings';
import { moneyView } from '../../../platform/http/money.dto';
import { Outgoing } from '../../../platform/http/outgoing';
import { BatchRepository } from '../batch.repository';
import { payoutsRefusals } from '../contract';
import type { PayoutRail, RailKey, RailMode } from '../domain/rail';
import { isIban } from './bank-account.mapping';
import { BankFileRail } from './bank-file.rail';
import type { RailList } from './rail.dto';
import { SandboxRail } from './sandbox.rail';
import { StripeRail } from './stripe.rail';

const STRIPE_BASE = 'https://api.stripe.com';

type BankSettings = Pick<Settings, 'bankName' | 'bankIban' | 'achRouting' | 'achCompanyId'>;

const hasBank = ({ bankIban, achRouting }: BankSettings): boolean =>
  bankIban !== undefined || achRouting !== undefined;

function bankFaults(settings: BankSettings): string[] {
  const { bankName, bankIban, achRouting, achCompanyId } = settings;
  const faults: string[] = [];
  if (hasBank(settings) && bankName === undefined) faults.push('BANK_FILE_NAME: is needed for bank files.');
  if (bankIban !== undefined && !isIban(bankIban))
    faults.push('BANK_FILE_IBAN: its check digits are not right.');
  if (achRouting !== undefined && achCompanyId === undefined)
    faults.push('BANK_FILE_ACH_COMPANY_ID: is needed for ACH files.');
  return faults;
}

/** What is wrong with how payouts are set up; empty when nothing is. */
export function payoutFaults(
  settings: Pick<
    Settings,
    | 'payoutMode'
    | 'stripeSecretKey'
    | 'stripeApiBase'
    | 'stripeWebhookSecrets'
    | 'bankName'
    | 'bankIban'
    | 'achRouting'
    | 'achCompanyId'
  >,
): string[] {
  const { payoutMode: mode, stripeSecretKey: key } = settings;
  const bank = bankFaults(settings);
  if (key === undefined)
    return mode === 'live' && !hasBank(settings)
      ? [
          'PAYOUT_MODE: is live, but no rail moves money. Set STRIPE_SECRET_KEY or BANK_FILE_IBAN, or PAYOUT_MODE=test.',
        ]
      : bank;
  const isLive = /^(sk|rk)_live_/.test(key);
  const faults = [...bank];
  if (isLive !== (mode === 'live'))
    faults.push(
      `STRIPE_SECRET_KEY: is a ${isLive ? 'live' : 'test'} key, but PAYOUT_MODE is ${mode}. Test and live never mix.`,
    );
  if (isLive && new URL(settings.stripeApiBase).origin !== STRIPE_BASE)
    faults.push('STRIPE_API_BASE: a live key is sent to api.stripe.com only.');
  if (isLive && settings.stripeWebhookSecrets.length === 0)
    faults.push('STRIPE_WEBHOOK_SECRET: is needed with a live key.');
  return faults;
}

/** The ways of paying that are set up here. A payout is always finished by the rail that began it. */
@Injectable()
export class RailRegistry implements OnApplicationBootstrap {
  /** Whether money moves here. */
  readonly mode: RailMode;
  /** The rail of batches and people that name none. */
  readonly usual: RailKey;
  private readonly rails = new Map<RailKey, PayoutRail>();

  constructor(
    settings: Settings,
    outgoing: Outgoing,
    sandbox: SandboxRail,
    bankFile: BankFileRail,
    private readonly batches: BatchRepository,
  ) {
    const faults = payoutFaults(settings);
    if (faults.length > 0) throw new ConfigurationError(faults);
    this.mode = settings.payoutMode;
    if (this.mode === 'test') this.rails.set('sandbox', sandbox);
    if (settings.stripeSecretKey !== undefined)
      this.rails.set(
        'stripe',
        new StripeRail({
          secretKey: settings.stripeSecretKey,
          mode: this.mode,
          apiBase: settings.stripeApiBase,
          secrets: {
            account: settings.stripeWebhookSecrets,
            connect: settings.stripeConnectWebhookSecrets,
            thin: settings.stripeThinWebhookSecrets,
          },
          country: settings.stripeCountry ?? null,
          fetch: outgoing.fetch,
        }),
      );
    if (hasBank(settings)) this.rails.set('bank_file', bankFile);
    this.usual = this.rails.has('stripe') ? 'stripe' : this.mode === 'live' ? 'bank_file' : 'sandbox';
  }

  /** Books that have sent test money never send real money, and the other way round. */
  async onApplicationBootstrap(): Promise<void> {
    const other = this.mode === 'live' ? 'test' : 'live';
    if (await this.batches.hasSent(other))
      throw new ConfigurationError([
        `PAYOUT_MODE: is ${this.mode}, but ${other} payouts were sent from this database. Use another database: test and live never mix.`,
      ]);
  }

  /** Refuses `rail_off` when it is not set up. */
  get(key: RailKey): PayoutRail {
    const rail = this.rails.get(key);
    if (rail === undefined) throw refusal(payoutsRefusals, 'rail_off', { rails: this.keys() });
    return rail;
  }

  view(): RailList {
    const currencies = Object.keys(CURRENCIES) as Currency[];
    const items = [...this.rails.values()].map((rail) => ({
      key: rail.key,
      least: currencies.map((currency) => moneyView({ amount: rail.minimum(currency), currency })),
    }));
    return { mode: this.mode, usual: this.usual, items };
  }

  keys(): RailKey[] {
    return [...this.rails.keys()];
  }
}
