import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState } from '../../../platform/db/state';
import type { ExportState, ExportVerb } from '../domain/export.workflow';
import { ExportEntity, type ExportTotal } from './export.entity';

const TABLES = { table: 'reports_exports', history: 'reports_exports_history' };
/** Seconds without a sign of life after which whoever wrote is taken for dead. */
const SILENCE_S = 60;

export type NewExport = Pick<ExportEntity, 'id' | 'personId' | 'reading' | 'format' | 'header' | 'filters'>;

export interface Written {
  readonly blobKey: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
  readonly totals: readonly ExportTotal[];
  readonly expiresAt: Date;
}

@Injectable()
export class ExportRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, row: NewExport): Promise<void> {
    await tx.manager.insert(ExportEntity, { ...row, state: 'queued' });
  }

  async find(id: string): Promise<ExportEntity | null> {
    return this.db.manager.findOneBy(ExportEntity, { id });
  }

  async lock(tx: Tx, id: string): Promise<ExportEntity | null> {
    return tx.manager.findOne(ExportEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Newest first, older than `before`. */
  async list(before: string | null, limit: number): Promise<ExportEntity[]> {
    const query = this.db.manager.createQueryBuilder(ExportEntity, 'e').orderBy('e.id', 'DESC').take(limit);
    return (before === null ? query : query.where('e.id < :before', { before })).getMany();
  }

  /** How many of a person's are under way; their row is locked, so that two requests do not both count too few. */
  async countOpen(tx: Tx, personId: string): Promise<number> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`reports.export ${personId}`]);
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM reports_exports WHERE person_id = $1 AND state IN ('queued', 'running')`,
      [personId],
    );
    return row?.count ?? 0;
  }

  async move(
    tx: Tx,
    { id, state }: Pick<ExportEntity, 'id' | 'state'>,
    verb: ExportVerb,
    to: ExportState,
    actor: Actor,
  ): Promise<boolean> {
    return moveState(tx, TABLES, { id, verb, from: state, to, actor });
  }

  /** Sign of life and how far it is. `false`: it is not to be written any more. */
  async beat(
    id: string,
    { done, rows, totals }: { done: number; rows: number; totals: readonly ExportTotal[] },
  ): Promise<boolean> {
    const alive = await this.db.alone(
      `UPDATE reports_exports SET rows_done = greatest(rows_done, $2), rows_total = $3, totals = $4, beat_at = now()
       WHERE id = $1 AND state = 'running' RETURNING id`,
      [id, done, rows, JSON.stringify(totals)],
    );
    return alive.length > 0;
  }

  async setStarted(tx: Tx, id: string): Promise<void> {
    await tx.run(`UPDATE reports_exports SET beat_at = now(), rows_done = 0 WHERE id = $1`, [id]);
  }

  async setWritten(
    tx: Tx,
    id: string,
    { blobKey, bytes, sha256, rows, totals, expiresAt }: Written,
  ): Promise<void> {
    await tx.run(
      `UPDATE reports_exports SET blob_key = $2, bytes = $3, sha256 = $4, rows_done = $5, rows_total = $5, expires_at = $6,
         totals = $7
       WHERE id = $1`,
      [id, blobKey, bytes, sha256, rows, expiresAt, JSON.stringify(totals)],
    );
  }

  async setReason(tx: Tx, id: string, reason: string): Promise<void> {
    await tx.run('UPDATE reports_exports SET reason = $2 WHERE id = $1', [id, reason]);
  }

  /** Waiting ones, and those whose writer has been silent. */
  async listStuck(): Promise<Pick<ExportEntity, 'id' | 'state'>[]> {
    return this.db.read(
      `SELECT id, state FROM reports_exports WHERE (state = 'running' AND beat_at < now() - make_interval(secs => $1))
         OR (state = 'queued' AND beat_at < now() - interval '10 seconds') ORDER BY beat_at LIMIT 50`,
      [SILENCE_S],
    );
  }

  async listExpired(): Promise<string[]> {
    const rows = await this.db.read<{ id: string }>(
      `SELECT id FROM reports_exports WHERE state = 'ready' AND expires_at < now() ORDER BY expires_at LIMIT 50`,
    );
    return rows.map(({ id }) => id);
  }
}
