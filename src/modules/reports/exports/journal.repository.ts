import { Injectable } from '@nestjs/common';
import type { Snapshot } from '../../../platform/db/snapshot';
import type { JournalBalance, JournalEntry, JournalPosting } from '../domain/journal';

/** Postings read at once. */
const PAGE = 5_000;

interface PostingRow extends JournalPosting {
  readonly id: bigint;
  readonly line: number;
  readonly at: Date;
  readonly reference: string;
  readonly kind: string;
  readonly unit: string;
}

/** The whole ledger of one snapshot. */
@Injectable()
export class JournalRepository {
  /** Every account that was ever moved, every unit, and the first day. */
  async frame(
    snapshot: Snapshot,
  ): Promise<{ accounts: string[]; units: string[]; since: Date | null; entries: number }> {
    const accounts = await snapshot.query<{ name: string }>(
      'SELECT from_account AS name FROM reports_journal UNION SELECT to_account FROM reports_journal ORDER BY 1',
    );
    const units = await snapshot.query<{ unit: string }>(
      'SELECT DISTINCT unit FROM reports_journal ORDER BY 1',
    );
    const [whole] = await snapshot.query<{ since: Date | null; entries: number }>(
      'SELECT min(at) AS since, count(DISTINCT entry_id)::int AS entries FROM reports_journal',
    );
    return {
      accounts: accounts.map(({ name }) => name),
      units: units.map(({ unit }) => unit),
      since: whole?.since ?? null,
      entries: whole?.entries ?? 0,
    };
  }

  /** What the guarded accounts say that they have. */
  async balances(snapshot: Snapshot): Promise<JournalBalance[]> {
    return snapshot.query<JournalBalance & Record<string, unknown>>(
      'SELECT name, unit, balance FROM reports_journal_balances ORDER BY name',
    );
  }

  /** Entries in the order they were posted. */
  async *entries(snapshot: Snapshot): AsyncGenerator<JournalEntry> {
    let open: (Omit<JournalEntry, 'postings'> & { postings: JournalPosting[] }) | null = null;
    let page: PostingRow[];
    let after: readonly [bigint, number] = [0n, 0];
    do {
      page = await this.page(snapshot, after);
      for (const { id, at, reference, kind, unit, ...posting } of page) {
        if (open !== null && open.id !== id) yield open;
        if (open === null || open.id !== id) open = { id, at, reference, kind, unit, postings: [] };
        open.postings.push(posting);
      }
      const last = page.at(-1);
      if (last !== undefined) after = [last.id, last.line];
    } while (page.length === PAGE);
    if (open !== null) yield open;
  }

  private async page(snapshot: Snapshot, [id, line]: readonly [bigint, number]): Promise<PostingRow[]> {
    return snapshot.query<PostingRow & Record<string, unknown>>(
      `SELECT entry_id AS id, line, at, reference, kind, unit, from_account AS "from", to_account AS "to", amount
       FROM reports_journal WHERE (entry_id, line) > ($1::bigint, $2::integer) ORDER BY entry_id, line LIMIT ${PAGE}`,
      [id, line],
    );
  }
}
