import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { CURRENCIES, type Currency } from '../../../kernel/money';
import { refusal } from '../../../kernel/refusal';
import { moneyView } from '../../../platform/http/money.dto';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { account, LedgerService } from '../../ledger';
import { ProgramService } from '../../program';
import { compensationRefusals } from '../contract';
import { remitted } from '../domain/recipes';
import { EU_COUNTRIES } from '../domain/tax-rules';
import { RemittanceRepository } from './remittance.repository';
import type {
  RemittanceBody,
  RemittanceListView,
  RemittanceView,
  TaxSettingsBody,
  TaxSettingsView,
} from './tax-desk.dto';
import { TaxRepository } from './tax.repository';

/** By whose rules a programme pays, what it withheld, and what of it was passed on. */
@Injectable()
export class TaxSettingsService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly programs: ProgramService,
    private readonly taxes: TaxRepository,
    private readonly remittances: RemittanceRepository,
    private readonly ledger: LedgerService,
    private readonly audit: AuditService,
  ) {}

  async get(idOrSlug: string): Promise<TaxSettingsView> {
    const { id: programId } = await this.programs.get(idOrSlug);
    const settings = await this.taxes.settings(programId);
    const names = (Object.keys(CURRENCIES) as Currency[]).map((currency) => ({
      currency,
      name: account.withheld(programId, currency),
    }));
    const balances = await this.ledger.balances(names.map(({ name }) => name));
    return {
      programId,
      regime: settings?.regime ?? 'none',
      payerCountry: settings?.payerCountry ?? null,
      withheld: names
        .map(({ name, currency }) => ({ amount: balances.get(name)?.balance ?? 0n, currency }))
        .filter(({ amount }) => amount !== 0n)
        .map(moneyView),
    };
  }

  /** Refuses `payer_unfit`: the rules of a country are for payers there. */
  async put(once: Once, me: Actor, idOrSlug: string, body: TaxSettingsBody): Promise<TaxSettingsView> {
    const { regime, payerCountry } = body;
    const isFit = { none: true, us: payerCountry === 'US', dac7: EU_COUNTRIES.has(payerCountry) }[regime];
    if (!isFit) throw refusal(compensationRefusals, 'payer_unfit');
    const { id: programId } = await this.programs.get(idOrSlug);
    await this.idempotency.run(once, async (tx) => {
      await this.taxes.putSettings(tx, { programId, regime, payerCountry }, me.id);
      await this.audit.record(tx, me, 'tax.set_rules', programId, { regime, payerCountry });
      return { programId };
    });
    return this.get(programId);
  }

  /** Books what was passed on to a tax office; more than was withheld is refused by the ledger (402). */
  async remit(once: Once, me: Actor, idOrSlug: string, body: RemittanceBody): Promise<RemittanceView> {
    const { id: programId } = await this.programs.get(idOrSlug);
    const { currency, note } = body;
    const amount = BigInt(body.amount);
    return this.idempotency.run(once, async (tx) => {
      const id = newId('rmt');
      await this.ledger.post(tx, remitted(id, programId, { amount, currency }));
      await this.remittances.insert(tx, { id, programId, currency, amount, note, postedBy: me.id });
      await this.audit.record(tx, me, 'tax.remit', programId, { id, amount, currency, note });
      const at = new Date().toISOString();
      return { id, programId, amount: moneyView({ amount, currency }), note, postedBy: me.id, at };
    });
  }

  async listRemittances(idOrSlug: string): Promise<RemittanceListView> {
    const { id } = await this.programs.get(idOrSlug);
    const rows = await this.remittances.list(id);
    return {
      items: rows.map(({ amount, currency, at, ...row }) => ({
        ...row,
        amount: moneyView({ amount, currency }),
        at: at.toISOString(),
      })),
    };
  }
}
