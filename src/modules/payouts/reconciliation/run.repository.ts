import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import type { Currency } from '../../../kernel/money';
import { Database, type Tx } from '../../../platform/db/database';
import type { PayoutRail, RailKey, RailMode } from '../domain/rail';
import type { BalanceSeen, OursOnRail } from '../domain/reconcile';

export interface RunRow {
  readonly id: string;
  readonly rail: RailKey;
  readonly mode: RailMode;
  readonly since: Date;
  readonly askedBy: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly fault: string | null;
  readonly compared: number | null;
  readonly unexplained: number | null;
}

const COLUMNS = `id, rail, mode, since, asked_by AS "askedBy", started_at AS "startedAt", ended_at AS "endedAt", fault,
  compared, unexplained`;

/** A run that did not end within this time was killed. */
const LOST_MINUTES = 30;

/**
 * Caller: ReconciliationService, for payouts of a rail that its list can be held against: begun since then, named by the
 * list, or without an outcome whenever they were begun.
 * Index: primary key; payouts_payouts_created or a scan of the window.
 * Twice: reading only.
 */
const OURS = `
  SELECT p.id AS "payoutId", p.rail_ref AS "railRef", p.state, p.amount, p.currency, coalesce(p.sent_at, p.updated_at) AS at,
    CASE WHEN p.state IN ('sending', 'on_hold') THEN floor(extract(epoch FROM now() - p.updated_at))::int END AS "unknownFor"
  FROM payouts_payouts p
  WHERE p.rail = $1 AND (p.sent_at >= $2 OR p.id = ANY ($3) OR p.state IN ('sending', 'on_hold'))
  ORDER BY p.id`;

@Injectable()
export class RunRepository {
  constructor(private readonly db: Database) {}

  /** `null`: one of this rail is under way. One that was killed is closed first. */
  async open(tx: Tx, { key, mode }: PayoutRail, since: Date, askedBy: string): Promise<string | null> {
    await tx.run(
      `UPDATE payouts_reconciliations SET ended_at = now(), fault = 'It did not come to an end.'
       WHERE rail = $1 AND ended_at IS NULL AND started_at < now() - make_interval(mins => $2)`,
      [key, LOST_MINUTES],
    );
    const id = newId('rec');
    const made = await tx.run(
      `INSERT INTO payouts_reconciliations (id, rail, mode, since, asked_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (rail) WHERE ended_at IS NULL DO NOTHING`,
      [id, key, mode, since, askedBy],
    );
    return made === 1 ? id : null;
  }

  async end(
    tx: Tx,
    id: string,
    result: { compared: number; unexplained: number } | { fault: string },
  ): Promise<void> {
    const { compared = null, unexplained = null, fault = null } = { ...result } as Partial<RunRow>;
    await tx.run(
      `UPDATE payouts_reconciliations SET ended_at = now(), compared = $2, unexplained = $3, fault = left($4, 500)
       WHERE id = $1 AND ended_at IS NULL`,
      [id, compared, unexplained, fault],
    );
  }

  async find(id: string): Promise<RunRow | null> {
    const sql = `SELECT ${COLUMNS} FROM payouts_reconciliations WHERE id = $1`;
    return (await this.db.read<RunRow>(sql, [id]))[0] ?? null;
  }

  /** Newest first. */
  async list(limit: number): Promise<RunRow[]> {
    return this.db.read<RunRow>(`SELECT ${COLUMNS} FROM payouts_reconciliations ORDER BY id DESC LIMIT $1`, [
      limit,
    ]);
  }

  async isDue(rail: RailKey): Promise<boolean> {
    const rows = await this.db.read(
      `SELECT 1 FROM payouts_reconciliations WHERE rail = $1 AND started_at > now() - interval '20 hours' AND fault IS NULL`,
      [rail],
    );
    return rows.length === 0;
  }

  /** The oldest thing that is open or was never compared, so that it is looked at however old it is. */
  async oldestOpen(rail: RailKey): Promise<Date | null> {
    const [row] = await this.db.read<{ at: Date | null }>(
      `SELECT least(
         (SELECT min(at) FROM payouts_findings WHERE rail = $1 AND (state <> 'clear' OR match = 'pending')),
         (SELECT min(sent_at) FROM payouts_payouts p WHERE rail = $1 AND sent_at IS NOT NULL
           AND NOT EXISTS (SELECT FROM payouts_findings f WHERE f.payout_id = p.id))) AS at`,
      [rail],
    );
    return row?.at ?? null;
  }

  async ours(rail: RailKey, since: Date, named: readonly string[]): Promise<OursOnRail[]> {
    return this.db.read<OursOnRail>(OURS, [rail, since, named]);
  }

  async currencies(rail: RailKey): Promise<Currency[]> {
    const rows = await this.db.read<{ currency: Currency }>(
      `SELECT DISTINCT currency FROM payouts_batches WHERE rail = $1 ORDER BY 1`,
      [rail],
    );
    return rows.map(({ currency }) => currency);
  }

  async balances(rail: RailKey): Promise<Map<Currency, BalanceSeen>> {
    const rows = await this.db.read<{ currency: Currency; amount: bigint; at: Date }>(
      'SELECT currency, amount, at FROM payouts_balances WHERE rail = $1',
      [rail],
    );
    return new Map(
      rows.map(({ currency, amount, at }) => [currency, { available: amount, pending: 0n, at }]),
    );
  }

  async setBalance(tx: Tx, rail: RailKey, currency: Currency, { available, at }: BalanceSeen): Promise<void> {
    await tx.run(
      `INSERT INTO payouts_balances (rail, currency, amount, at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (rail, currency) DO UPDATE SET amount = $3, at = $4`,
      [rail, currency, available, at],
    );
  }
}
