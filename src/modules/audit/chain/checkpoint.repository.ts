import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { Checkpoint } from '../domain/checkpoint';
import { CheckpointEntity } from './checkpoint.entity';

/**
 * Caller: CheckpointService.make: the newest seal, and what lies under it.
 * Index: audit_seals primary key, backwards; the sum reads a row of some 30 kB a seal only after the last checkpoint.
 * Twice: reading only.
 */
const NEWEST = `
  SELECT s.id AS seal, s.hash, s.last_entry AS "lastEntry",
    (SELECT coalesce(sum(n.entries), 0)::bigint FROM audit_seals n WHERE n.id > $1) AS entries
  FROM audit_seals s ORDER BY s.id DESC LIMIT 1`;

/**
 * Caller: CheckpointService.make.
 * Index: primary key.
 * Twice: the second insert of a seal's checkpoint does nothing.
 */
const INSERT = `INSERT INTO audit_checkpoints (seal, note) VALUES ($1, $2) ON CONFLICT DO NOTHING`;

/**
 * Caller: CheckpointService.chainEnd, for the page that shows the state of the chain.
 * Index: audit_seals primary key, backwards; audit_entries_order, at most 1,000 rows.
 * Twice: reading only.
 */
const CHAIN_END = `
  WITH last AS (SELECT id, at, hash, last_xid, last_entry FROM audit_seals ORDER BY id DESC LIMIT 1)
  SELECT (SELECT id FROM last) AS seal, (SELECT at FROM last) AS at, (SELECT hash FROM last) AS hash,
    (SELECT count(*)::int FROM (
      SELECT 1 FROM audit_entries
      WHERE (xid, id) > (coalesce((SELECT last_xid FROM last), 0), coalesce((SELECT last_entry FROM last), 0)) LIMIT 1000
    ) open) AS unsealed`;

export interface ChainEnd {
  readonly seal: bigint | null;
  readonly at: Date | null;
  readonly hash: Buffer | null;
  readonly unsealed: number;
}

@Injectable()
export class CheckpointRepository {
  constructor(private readonly db: Database) {}

  async newest(): Promise<CheckpointEntity | null> {
    const [row] = await this.db.manager.find(CheckpointEntity, { order: { seal: 'DESC' }, take: 1 });
    return row ?? null;
  }

  /** All, oldest first: one an hour at most. */
  async all(): Promise<CheckpointEntity[]> {
    return this.db.manager.find(CheckpointEntity, { order: { seal: 'ASC' } });
  }

  /** The newest seal; `entries` counts those under seals after `since`. */
  async newestSeal(since: bigint): Promise<Checkpoint | null> {
    return (await this.db.read<Checkpoint>(NEWEST, [since]))[0] ?? null;
  }

  async end(): Promise<ChainEnd> {
    const [row] = await this.db.read<ChainEnd>(CHAIN_END);
    return row ?? { seal: null, at: null, hash: null, unsealed: 0 };
  }

  async insert(tx: Tx, seal: bigint, note: string): Promise<void> {
    await tx.run(INSERT, [seal, note]);
  }
}
