import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/database';
import type { Balance } from './contract';
import { accountOf, type AccountName } from './domain/accounts';
import { GUARDED_BALANCES, LOCK_BALANCES, OPEN_ACCOUNTS, SYSTEM_BALANCES } from './entry.sql';

interface Row {
  readonly name: AccountName;
  readonly balance: bigint;
  readonly held: bigint;
}

const isGuarded = (name: AccountName): boolean => accountOf(name).isGuarded;

@Injectable()
export class AccountRepository {
  constructor(private readonly db: Database) {}

  /** Gives guarded accounts their row; rows are inserted in the order in which everybody locks them. */
  async insertAll(tx: Tx, names: readonly AccountName[]): Promise<void> {
    const accounts = names.toSorted().map(accountOf);
    await tx.run(OPEN_ACCOUNTS, [
      accounts.map(({ name }) => name),
      accounts.map(({ kind }) => kind),
      accounts.map(({ unit }) => unit),
    ]);
  }

  /** Balances by name; an account that never moved has nothing. `locks` needs `tx`. */
  async balances(names: readonly AccountName[], tx?: Tx, locks = false): Promise<Map<AccountName, Balance>> {
    const read = <R extends object>(sql: string, values: readonly unknown[]): Promise<R[]> =>
      tx === undefined ? this.db.read<R>(sql, values) : tx.query<R>(sql, values);
    const found = new Map<AccountName, Balance>(
      names.map((name) => [name, { balance: 0n, held: 0n, available: 0n }]),
    );
    const guarded = names.filter(isGuarded);
    const system = names.filter((name) => !isGuarded(name));
    const rows =
      guarded.length === 0 ? [] : await read<Row>(locks ? LOCK_BALANCES : GUARDED_BALANCES, [guarded]);
    for (const { name, balance, held } of rows) found.set(name, { balance, held, available: balance - held });
    const replayed = system.length === 0 ? [] : await read<Omit<Row, 'held'>>(SYSTEM_BALANCES, [system]);
    for (const { name, balance } of replayed) found.set(name, { balance, held: 0n, available: balance });
    return found;
  }
}
