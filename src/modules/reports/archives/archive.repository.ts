import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState } from '../../../platform/db/state';
import type { ArchivePart, ArchiveRecord } from '../domain/archive';
import type { ArchiveState, ArchiveVerb } from '../domain/archive.workflow';
import { ArchiveEntity } from './archive.entity';

const TABLES = { table: 'reports_archives', history: 'reports_archives_history' };
/** Seconds without a sign of life after which whoever wrote is taken for dead. */
const SILENCE_S = 60;

export interface StoredFile {
  readonly path: string;
  readonly key: string;
  readonly sha256: string;
  readonly at: Date;
}

@Injectable()
export class ArchiveRepository {
  constructor(private readonly db: Database) {}

  /** `false`: one of theirs is under way. */
  async insert(tx: Tx, id: string, personId: string): Promise<boolean> {
    const inserted = await tx.run(
      `INSERT INTO reports_archives (id, person_id, state) VALUES ($1, $2, 'queued')
       ON CONFLICT (person_id) WHERE state IN ('queued', 'running') DO NOTHING`,
      [id, personId],
    );
    return inserted > 0;
  }

  async find(id: string): Promise<ArchiveEntity | null> {
    return this.db.manager.findOneBy(ArchiveEntity, { id });
  }

  async lock(tx: Tx, id: string): Promise<ArchiveEntity | null> {
    return tx.manager.findOne(ArchiveEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async findOpen(tx: Tx, personId: string): Promise<ArchiveEntity | null> {
    return tx.manager
      .createQueryBuilder(ArchiveEntity, 'a')
      .where(`a.person_id = :personId AND a.state IN ('queued', 'running')`, { personId })
      .getOne();
  }

  /** One person's, newest first, older than `before`. */
  async list(personId: string, before: string | null, limit: number): Promise<ArchiveEntity[]> {
    const query = this.db.manager
      .createQueryBuilder(ArchiveEntity, 'a')
      .where('a.person_id = :personId', { personId })
      .orderBy('a.id', 'DESC')
      .take(limit);
    return (before === null ? query : query.andWhere('a.id < :before', { before })).getMany();
  }

  async move(
    tx: Tx,
    { id, state }: Pick<ArchiveEntity, 'id' | 'state'>,
    verb: ArchiveVerb,
    to: ArchiveState,
    actor: Actor,
  ): Promise<boolean> {
    return moveState(tx, TABLES, { id, verb, from: state, to, actor });
  }

  /** Sign of life and how far it is. `false`: it is not to be written any more. */
  async beat(id: string, done: number, total: number): Promise<boolean> {
    const alive = await this.db.alone(
      `UPDATE reports_archives SET files_done = greatest(files_done, $2), files_total = $3, beat_at = now()
       WHERE id = $1 AND state = 'running' RETURNING id`,
      [id, done, total],
    );
    return alive.length > 0;
  }

  async setStarted(tx: Tx, id: string): Promise<void> {
    await tx.run(`UPDATE reports_archives SET beat_at = now(), files_done = 0 WHERE id = $1`, [id]);
  }

  async setWritten(
    tx: Tx,
    id: string,
    written: {
      blobKey: string;
      bytes: number;
      sha256: string;
      files: number;
      missing: number;
      expiresAt: Date;
    },
  ): Promise<void> {
    const { blobKey, bytes, sha256, files, missing, expiresAt } = written;
    await tx.run(
      `UPDATE reports_archives SET blob_key = $2, bytes = $3, sha256 = $4, files_done = $5, files_total = $5, missing = $6,
         expires_at = $7 WHERE id = $1`,
      [id, blobKey, bytes, sha256, files, missing, expiresAt],
    );
  }

  /** Waiting ones, and those whose writer has been silent. */
  async listStuck(): Promise<Pick<ArchiveEntity, 'id' | 'state'>[]> {
    return this.db.read(
      `SELECT id, state FROM reports_archives WHERE (state = 'running' AND beat_at < now() - make_interval(secs => $1))
         OR (state = 'queued' AND beat_at < now() - interval '10 seconds') ORDER BY beat_at LIMIT 50`,
      [SILENCE_S],
    );
  }

  async listExpired(): Promise<string[]> {
    const rows = await this.db.read<{ id: string }>(
      `SELECT id FROM reports_archives WHERE state = 'ready' AND expires_at < now() ORDER BY expires_at LIMIT 50`,
    );
    return rows.map(({ id }) => id);
  }

  /** All that is known of one person, by part. */
  async records(personId: string): Promise<Map<ArchivePart, ArchiveRecord[]>> {
    const rows = await this.db.read<{ part: ArchivePart; record: ArchiveRecord }>(
      'SELECT part, record FROM reports_archive_records WHERE person_id = $1 ORDER BY part, id',
      [personId],
    );
    const parts = new Map<ArchivePart, ArchiveRecord[]>();
    for (const { part, record } of rows) {
      const records = parts.get(part);
      if (records === undefined) parts.set(part, [record]);
      else records.push(record);
    }
    return parts;
  }

  async files(personId: string): Promise<StoredFile[]> {
    return this.db.read<StoredFile & Record<string, unknown>>(
      `SELECT path, key, sha256, coalesce(at, now()) AS at FROM reports_archive_files WHERE person_id = $1 ORDER BY path`,
      [personId],
    );
  }
}
