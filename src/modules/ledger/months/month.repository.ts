import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/database';

/** What a month holds at the moment it is closed; recomputed, it must be the same for ever. */
export interface MonthSummary {
  readonly entries: number;
  readonly lastEntry: bigint | null;
  /** SHA-256 over the digests of its entries in their order, hex. */
  readonly digest: string;
  /** Sum of the amounts that moved, by unit, as text. */
  readonly totals: Readonly<Record<string, string>>;
}

@Injectable()
export class MonthRepository {
  /** Waits for whoever is posting into a past month at this moment; afterwards nobody can. */
  async insert(tx: Tx, month: string): Promise<void> {
    await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended('ledger_closed_months', 0))`);
    await tx.run(
      `INSERT INTO ledger_closed_months (month) VALUES (($1 || '-01')::date) ON CONFLICT DO NOTHING`,
      [month],
    );
  }

  async remove(tx: Tx, month: string): Promise<void> {
    await tx.run(`DELETE FROM ledger_closed_months WHERE month = ($1 || '-01')::date`, [month]);
  }

  async summary(tx: Tx, month: string): Promise<MonthSummary> {
    const [row] = await tx.query<Omit<MonthSummary, 'totals'>>(
      `SELECT count(*)::int AS entries, max(id) AS "lastEntry",
         encode(sha256(coalesce(string_agg(digest, ''::bytea ORDER BY id), ''::bytea)), 'hex') AS digest
       FROM ledger_entries WHERE at >= $1::timestamptz AND at < $1::timestamptz + interval '1 month'`,
      [`${month}-01T00:00:00Z`],
    );
    const totals = await tx.query<{ unit: string; amount: string }>(
      `SELECT e.unit, sum(p.amount)::text AS amount FROM ledger_entries e JOIN ledger_postings p ON p.entry_id = e.id
       WHERE e.at >= $1::timestamptz AND e.at < $1::timestamptz + interval '1 month' GROUP BY e.unit ORDER BY e.unit`,
      [`${month}-01T00:00:00Z`],
    );
    return {
      ...(row as Omit<MonthSummary, 'totals'>),
      totals: Object.fromEntries(totals.map(({ unit, amount }) => [unit, amount])),
    };
  }
}
