import { Injectable } from '@nestjs/common';
import { AccountRepository } from './account.repository';
import type { Balance, TotalLine } from './contract';
import type { AccountName } from './domain/accounts';
import { EntryRepository } from './entry.repository';

/** Sums over many accounts at once, for reports: what came and went by kind of entry, and what is there now. */
@Injectable()
export class TotalsService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly entries: EntryRepository,
  ) {}

  /** By kind of account and of entry; a kind that never moved is left out. */
  async totals(accounts: readonly AccountName[]): Promise<TotalLine[]> {
    return this.entries.totals(accounts);
  }

  /** What all of `accounts` have together. */
  async together(accounts: readonly AccountName[]): Promise<Balance> {
    const all = [...(await this.accounts.balances(accounts)).values()];
    const sumOf = (name: keyof Balance): bigint => all.reduce((sum, one) => sum + one[name], 0n);
    return { balance: sumOf('balance'), held: sumOf('held'), available: sumOf('available') };
  }
}
