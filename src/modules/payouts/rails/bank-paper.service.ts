import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import type { Currency } from '../../../kernel/money';
import { refusal } from '../../../kernel/refusal';
import { Settings } from '../../../platform/config/settings';
import { Database } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { CompensationService } from '../../compensation';
import { payoutsRefusals } from '../contract';
import { formatOf, type BankFormat, type BankLine } from '../domain/bank-lines';
import { nachaFile } from '../domain/nacha';
import { painFile } from '../domain/pain';
import { BankAccountRepository } from './bank-account.repository';
import type { BankFile } from './bank-file.repository';
import type { BankOrder } from './bank-order.repository';
import { BankVault } from './bank-vault.service';

export interface PaperAsk {
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly executeOn: string;
  readonly at: Date;
  /** Files made today before this one. */
  readonly number: number;
  readonly lines: readonly BankLine[];
}

const MODIFIERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** What a bank file says: orders as lines, lines as text. */
@Injectable()
export class BankPaperService {
  constructor(
    private readonly settings: Settings,
    private readonly accounts: BankAccountRepository,
    private readonly compensation: CompensationService,
    private readonly vault: BankVault,
    private readonly db: Database,
    private readonly audit: AuditService,
  ) {}

  async lines(orders: readonly BankOrder[]): Promise<BankLine[]> {
    const accounts = await this.accounts.open([...new Set(orders.map(({ accountId }) => accountId))]);
    const pay = await this.compensation.payForWork(orders.map(({ reference }) => reference));
    return orders.map(({ reference, accountId, amount }) => {
      const known = accounts.get(accountId);
      if (known === undefined) throw new Error(`order of ${reference} names no account`);
      return { reference, amount, holder: known.holder, account: known.account, isPay: pay.has(reference) };
    });
  }

  /** Refuses `rail_off` where the installation has no account for the currency. */
  write(
    currency: Currency,
    { id, executeOn, at, number, lines }: PaperAsk,
  ): { format: BankFormat; text: string } {
    const format = formatOf(currency);
    const { bankName: name, bankIban: iban, bankBic: bic } = this.settings;
    if (format === 'sepa' && name !== undefined && iban !== undefined) {
      const debtor = { name, iban: iban.replaceAll(' ', ''), bic: bic ?? null };
      return { format, text: painFile({ id, debtor, executeOn, at, purpose: name, lines }) };
    }
    const { achRouting: routing, achCompanyId: companyId, achBankName: bankName } = this.settings;
    if (format === 'ach' && name !== undefined && routing !== undefined && companyId !== undefined) {
      const originator = { name, routing, companyId, bankName: bankName ?? '' };
      const modifier = MODIFIERS[number % MODIFIERS.length] ?? 'A';
      return { format, text: nachaFile({ originator, executeOn, at, modifier, lines }) };
    }
    throw refusal(payoutsRefusals, 'rail_off', { currency });
  }

  seal(id: string, text: string): Buffer {
    return this.vault.seal(id, text);
  }

  open(id: string, sealed: Buffer): string {
    return this.vault.open(id, sealed);
  }

  /** A download is noted: the file names accounts. */
  async note(actor: Actor, { id, sha256 }: BankFile): Promise<void> {
    await this.db.tx((tx) => this.audit.record(tx, actor, 'payouts.download_bank_file', id, { sha256 }));
  }
}
