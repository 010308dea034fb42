import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState } from '../../../platform/db/state';
import type { MonthSummary } from '../../ledger';
import type { PeriodState, PeriodVerb } from '../domain/period.workflow';
import { PeriodEntity } from './period.entity';

const TABLES = { table: 'reports_periods', history: 'reports_periods_history' };

@Injectable()
export class PeriodRepository {
  constructor(private readonly db: Database) {}

  async list(tx?: Tx): Promise<PeriodEntity[]> {
    return (tx?.manager ?? this.db.manager).find(PeriodEntity, { order: { id: 'DESC' } });
  }

  /** The row of a month; one that was never closed gets its row here. All steps of all months take turns. */
  async lock(tx: Tx, month: string): Promise<PeriodEntity> {
    await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended('reports_periods', 0))`);
    await tx.run(`INSERT INTO reports_periods (id, state) VALUES ($1, 'open') ON CONFLICT DO NOTHING`, [
      month,
    ]);
    return tx.manager.findOneByOrFail(PeriodEntity, { id: month });
  }

  /** The earliest time of an entry, which need not be that of the first one posted; `null`: there is none. */
  async firstEntryAt(tx?: Tx): Promise<Date | null> {
    const sql = 'SELECT first_at AS at FROM reports_ledger_span';
    const [row] =
      tx === undefined
        ? await this.db.read<{ at: Date | null }>(sql)
        : await tx.query<{ at: Date | null }>(sql);
    return row?.at ?? null;
  }

  /** Differences between the books and the rails up to the end of the month that nobody has explained. */
  async countUnexplained(month: string, tx?: Tx): Promise<number> {
    const sql = `SELECT count(*)::int AS count FROM reports_unexplained
      WHERE found_at < ($1 || '-01')::timestamptz + interval '1 month'`;
    const rows =
      tx === undefined
        ? await this.db.read<{ count: number }>(sql, [month])
        : await tx.query<{ count: number }>(sql, [month]);
    return rows[0]?.count ?? 0;
  }

  /** The step with its history. A proposal stands on the row as long as the month waits to be reopened. */
  async move(
    tx: Tx,
    { id, state, proposedBy }: PeriodEntity,
    step: { verb: PeriodVerb; to: PeriodState; actor: Actor; reason: string | null },
  ): Promise<void> {
    const { verb, to, actor, reason } = step;
    const note = { ...(reason === null ? {} : { reason }), ...(proposedBy === null ? {} : { proposedBy }) };
    if (to === 'reopening') await this.setProposal(tx, id, actor.id, reason);
    await moveState(tx, TABLES, { id, verb, from: state, to, actor, note });
    if (to !== 'reopening') await this.setProposal(tx, id, null, null);
  }

  async setClosed(
    tx: Tx,
    month: string,
    by: string,
    { entries, lastEntry, digest, totals }: MonthSummary,
  ): Promise<void> {
    await tx.run(
      `UPDATE reports_periods SET closed_by = $2, closed_at = now(), entries = $3, last_entry = $4, digest = $5, totals = $6
       WHERE id = $1`,
      [month, by, entries, lastEntry, digest, JSON.stringify(totals)],
    );
  }

  private async setProposal(tx: Tx, month: string, by: string | null, reason: string | null): Promise<void> {
    await tx.run('UPDATE reports_periods SET proposed_by = $2, reason = $3 WHERE id = $1', [
      month,
      by,
      reason,
    ]);
  }
}
