import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import type { Currency } from '../../../kernel/money';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState } from '../../../platform/db/state';
import type { FindingState, FindingVerb } from '../domain/finding.workflow';
import type { RailKey } from '../domain/rail';
import type { Finding, Match } from '../domain/reconcile';

const TABLES = { table: 'payouts_findings', history: 'payouts_findings_history' } as const;

export interface FindingRow extends Finding {
  readonly id: string;
  readonly rail: RailKey;
  readonly state: FindingState;
  readonly foundAt: Date | null;
  readonly seenAt: Date;
  readonly explanation: string | null;
  readonly explainedBy: string | null;
  readonly explainedAt: Date | null;
  readonly acceptedBy: string | null;
  readonly acceptedAt: Date | null;
  readonly personId: string | null;
  readonly age: number | null;
}

export interface FindingFilter {
  readonly rail?: RailKey | undefined;
  readonly match?: Match | undefined;
  readonly state?: FindingState | undefined;
  readonly currency?: Currency | undefined;
  readonly payoutId?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export interface FindingSum {
  readonly match: Match;
  readonly currency: Currency;
  readonly count: number;
  readonly ours: bigint;
  readonly theirs: bigint;
}

const COLUMNS = `f.id, f.rail, f.kind, f.subject, f.payout_id AS "payoutId", f.rail_ref AS "railRef", f.ours, f.theirs,
  f.currency, f.match, f.note, f.at, f.state, f.found_at AS "foundAt", f.seen_at AS "seenAt", f.explanation,
  f.explained_by AS "explainedBy", f.explained_at AS "explainedAt", f.accepted_by AS "acceptedBy",
  f.accepted_at AS "acceptedAt", p.person_id AS "personId",
  CASE WHEN f.state <> 'clear' THEN floor(extract(epoch FROM now() - f.found_at))::int END AS age`;

const FILTER = `($1::text IS NULL OR f.rail = $1) AND ($2::text IS NULL OR f.match = $2)
  AND ($3::text IS NULL OR f.state = $3) AND ($4::text IS NULL OR f.currency = $4)
  AND ($5::text IS NULL OR f.payout_id = $5) AND ($6::timestamptz IS NULL OR f.at >= $6)
  AND ($7::timestamptz IS NULL OR f.at < $7)`;

/**
 * Caller: FindingService.list and its export; $8, $9 are the last row shown.
 * Index: payouts_findings_newest.
 * Twice: reading only.
 */
const PAGE = `
  SELECT ${COLUMNS} FROM payouts_findings f LEFT JOIN payouts_payouts p ON p.id = f.payout_id
  WHERE ${FILTER} AND ($8::timestamptz IS NULL OR (f.at, f.id) < ($8, $9))
  ORDER BY f.at DESC, f.id DESC LIMIT $10`;

/**
 * Caller: ReconciliationService, for one finding of a run.
 * Index: unique (rail, kind, subject).
 * Twice: the row is what was seen last.
 */
const SEE = `
  INSERT INTO payouts_findings (id, rail, kind, subject, payout_id, rail_ref, ours, theirs, currency, match, note, at, state, seen_at, run_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'clear', now(), $13)
  ON CONFLICT (rail, kind, subject) DO UPDATE SET payout_id = $5, rail_ref = $6, ours = $7, theirs = $8, currency = $9, match = $10, note = $11,
    at = least(payouts_findings.at, $12), seen_at = now(), run_id = $13
  RETURNING id`;

const filterOf = ({ rail, match, state, currency, payoutId, from, until }: FindingFilter): unknown[] =>
  [rail, match, state, currency, payoutId, from, until].map((value) => value ?? null);

@Injectable()
export class FindingRepository {
  constructor(private readonly db: Database) {}

  async list(
    filter: FindingFilter,
    after: readonly [string, string] | null,
    limit: number,
  ): Promise<FindingRow[]> {
    return this.db.read<FindingRow>(PAGE, [
      ...filterOf(filter),
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit,
    ]);
  }

  /** Counts and sums of the whole filtered set. */
  async sums(filter: FindingFilter): Promise<FindingSum[]> {
    return this.db.read<FindingSum>(
      `SELECT f.match, f.currency, count(*)::int AS count, coalesce(sum(f.ours), 0)::bigint AS ours,
         coalesce(sum(f.theirs), 0)::bigint AS theirs
       FROM payouts_findings f WHERE ${FILTER} GROUP BY 1, 2 ORDER BY 1, 2`,
      filterOf(filter),
    );
  }

  async find(id: string): Promise<FindingRow | null> {
    const sql = `SELECT ${COLUMNS} FROM payouts_findings f LEFT JOIN payouts_payouts p ON p.id = f.payout_id WHERE f.id = $1`;
    return (await this.db.read<FindingRow>(sql, [id]))[0] ?? null;
  }

  async lock(tx: Tx, id: string): Promise<FindingRow | null> {
    const sql = `SELECT ${COLUMNS} FROM payouts_findings f LEFT JOIN payouts_payouts p ON p.id = f.payout_id WHERE f.id = $1 FOR UPDATE OF f`;
    return (await tx.query<FindingRow>(sql, [id]))[0] ?? null;
  }

  /** The row as it was seen last, locked; `null`: it is new. */
  async lockSeen(tx: Tx, rail: RailKey, { kind, subject }: Finding): Promise<FindingRow | null> {
    const sql = `SELECT ${COLUMNS} FROM payouts_findings f LEFT JOIN payouts_payouts p ON p.id = f.payout_id
      WHERE f.rail = $1 AND f.kind = $2 AND f.subject = $3 FOR UPDATE OF f`;
    return (await tx.query<FindingRow>(sql, [rail, kind, subject]))[0] ?? null;
  }

  async see(tx: Tx, rail: RailKey, runId: string, now: Finding): Promise<string> {
    const [row] = await tx.query<{ id: string }>(SEE, [
      newId('fnd'), rail, now.kind, now.subject, now.payoutId, now.railRef, now.ours, now.theirs, now.currency,
      now.match, now.note, now.at, runId,
    ]); // prettier-ignore
    return row?.id ?? '';
  }

  async move(
    tx: Tx,
    step: { id: string; verb: FindingVerb; from: FindingState; to: FindingState; actor: Actor },
    note: Readonly<Record<string, unknown>>,
  ): Promise<boolean> {
    return moveState(tx, TABLES, { ...step, note });
  }

  async setFound(tx: Tx, id: string): Promise<void> {
    await tx.run(
      `UPDATE payouts_findings SET found_at = now(), explanation = NULL, explained_by = NULL, explained_at = NULL,
         accepted_by = NULL, accepted_at = NULL WHERE id = $1`,
      [id],
    );
  }

  async setExplanation(tx: Tx, id: string, by: string | null, text: string | null): Promise<void> {
    await tx.run(
      `UPDATE payouts_findings SET explanation = $3, explained_by = $2, explained_at = CASE WHEN $2::text IS NULL THEN NULL ELSE now() END
       WHERE id = $1`,
      [id, by, text],
    );
  }

  async setAccepted(tx: Tx, id: string, by: string): Promise<void> {
    await tx.run('UPDATE payouts_findings SET accepted_by = $2, accepted_at = now() WHERE id = $1', [id, by]);
  }

  /** Differences before `until` that two people have not explained, and payouts that were never compared. */
  async countUnexplained(until: Date): Promise<number> {
    const [row] = await this.db.read<{ count: number }>(
      `SELECT count(*)::int AS count FROM payouts_unexplained WHERE found_at < $1`,
      [until],
    );
    return row?.count ?? 0;
  }
}
