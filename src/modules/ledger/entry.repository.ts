import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, type Page } from '../../kernel/page';
import { Database, type Tx } from '../../platform/db/database';
import type { StatementLine, TotalLine } from './contract';
import type { AccountName } from './domain/accounts';
import { deltasOf, entryDigest, type EntryDraft } from './domain/entry';
import { POST, STATEMENT, TOTALS } from './entry.sql';

/** What one attempt to post came to. At most one of the members says something. */
export interface PostOutcome {
  readonly is_posted: boolean;
  /** `null`: no entry was visible under this reference when the statement began. */
  readonly is_same: boolean | null;
  readonly short: AccountName | null;
  readonly available: bigint;
  readonly needed: bigint;
  readonly missing: AccountName[];
}

interface LineRow extends StatementLine {
  readonly entry_id: bigint;
  readonly line: number;
}

/** Above every entry: where a statement without a cursor starts. */
const NEWEST = [(2n ** 63n - 1n).toString(), 2 ** 31 - 1];

@Injectable()
export class EntryRepository {
  constructor(private readonly db: Database) {}

  /** One statement: locks, judges and writes. It writes all of the entry or nothing, and never spoils `tx`. */
  async insert(tx: Tx, entry: EntryDraft): Promise<PostOutcome> {
    const deltas = deltasOf(entry.postings);
    const [outcome] = await tx.query<PostOutcome>(POST, [
      entry.reference,
      entry.kind,
      entry.unit,
      entryDigest(entry),
      JSON.stringify(entry.memo ?? {}),
      deltas.map(({ account }) => account),
      deltas.map(({ amount }) => amount),
      entry.postings.map(({ from }) => from),
      entry.postings.map(({ to }) => to),
      entry.postings.map(({ amount }) => amount),
    ]);
    return outcome as PostOutcome;
  }

  /** What came and went over all of `accounts`, by kind of account and of entry. */
  async totals(accounts: readonly AccountName[]): Promise<TotalLine[]> {
    return this.db.read<TotalLine & Record<string, unknown>>(TOTALS, [accounts]);
  }

  /** Lines of one account, newest first. Refuses a cursor of another list. */
  async statement(
    account: AccountName,
    cursor: string | undefined,
    limit: number,
  ): Promise<Page<StatementLine>> {
    const after = cursor === undefined ? NEWEST : decodeCursor(cursor, 2);
    const rows = await this.db.read<LineRow>(STATEMENT, [account, ...after, limit + 1]);
    return toPage(
      rows,
      limit,
      ({ entry_id, line }) => [entry_id.toString(), line],
      ({ at, reference, kind, memo, amount, other }) => ({ at, reference, kind, memo, amount, other }),
    );
  }
}
