import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { Database } from '../../../platform/db/database';
import type { BankAccount } from '../domain/bank-lines';
import type { CheckedAccount } from './bank-account.mapping';
import { BankVault } from './bank-vault.service';

/**
 * Caller: BankAccountRepository.keep.
 * Index: unique (person_id, mark).
 * Twice: the same account of the same person is the row that is there.
 */
const INSERT = `
  INSERT INTO payouts_bank_accounts (id, person_id, sealed, mark, country, last4) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (person_id, mark) DO NOTHING`;

export interface KnownAccount {
  readonly id: string;
  readonly mark: string;
  readonly country: string;
  readonly last4: string;
}

export interface OpenAccount {
  readonly holder: string;
  readonly account: BankAccount;
}

/** Accounts never change: another number is another row, so that what was approved is what is paid. */
@Injectable()
export class BankAccountRepository {
  constructor(
    private readonly db: Database,
    private readonly vault: BankVault,
  ) {}

  async keep(personId: string, { holder, account, country, last4 }: CheckedAccount): Promise<KnownAccount> {
    const text = JSON.stringify({ holder, account });
    const mark = this.vault.mark(`${personId}\n${text}`);
    return this.db.tx(async (tx) => {
      const id = newId('bac');
      await tx.run(INSERT, [id, personId, this.vault.seal(id, text), mark, country, last4]);
      const [row] = await tx.query<KnownAccount>(
        'SELECT id, mark, country, last4 FROM payouts_bank_accounts WHERE person_id = $1 AND mark = $2',
        [personId, mark],
      );
      if (row === undefined) throw new Error('no account after its insert');
      return row;
    });
  }

  async find(id: string): Promise<KnownAccount | null> {
    const [row] = await this.db.read<KnownAccount>(
      'SELECT id, mark, country, last4 FROM payouts_bank_accounts WHERE id = $1',
      [id],
    );
    return row ?? null;
  }

  /** With their numbers, for a file or a check; by id. */
  async open(ids: readonly string[]): Promise<Map<string, OpenAccount>> {
    const rows = await this.db.read<{ id: string; sealed: Buffer }>(
      'SELECT id, sealed FROM payouts_bank_accounts WHERE id = ANY ($1)',
      [ids],
    );
    return new Map(
      rows.map(({ id, sealed }) => [id, JSON.parse(this.vault.open(id, sealed)) as OpenAccount]),
    );
  }
}
