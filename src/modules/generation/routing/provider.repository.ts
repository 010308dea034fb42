import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import { ProviderEntity } from './provider.entity';
import { INTRODUCE, LIST_LEASES, LIST_PROBES, NOTE_HEALTH } from './provider.sql';

const TABLES = { table: 'generation_providers', history: 'generation_provider_history' } as const;

export type ProviderChange = QueryDeepPartialEntity<ProviderEntity>;

export interface CircuitMove {
  readonly verb: string;
  readonly from: string;
  readonly to: string;
  readonly actorId: string;
  readonly note: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

export interface LeaseRow {
  readonly generationId: string;
  readonly worker: string;
  readonly provider: string;
  readonly state: string;
  readonly progress: number;
  readonly takenAt: Date;
  readonly expiresAt: Date;
  readonly deadlineAt: Date;
}

@Injectable()
export class ProviderRepository {
  constructor(private readonly db: Database) {}

  /** Makes the rows of a provider that this installation sees for the first time: its own, and its pool's. */
  async introduce(tx: Tx, id: string, pool: string): Promise<void> {
    await tx.run(`INSERT INTO generation_pools (id) VALUES ($1) ON CONFLICT DO NOTHING`, [pool]);
    await tx.run(INTRODUCE, [id, pool]);
  }

  async list(): Promise<ProviderEntity[]> {
    return this.db.manager.createQueryBuilder(ProviderEntity, 'p').orderBy('p.id').getMany();
  }

  async lock(tx: Tx, id: string): Promise<ProviderEntity | null> {
    return tx.manager.findOne(ProviderEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  async change(tx: Tx, id: string, change: ProviderChange): Promise<void> {
    await tx.manager.update(ProviderEntity, { id }, { ...change, updatedAt: () => 'now()' });
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** Writes down what a self-test has found. */
  async noteHealth(tx: Tx, id: string, ailment: string | null): Promise<void> {
    await tx.run(NOTE_HEALTH, [id, ailment]);
  }

  /** Open circuits whose rest is over. */
  async listProbes(): Promise<string[]> {
    return (await this.db.read<{ id: string }>(LIST_PROBES)).map(({ id }) => id);
  }

  /** The last moves of each circuit, newest first. */
  async listMoves(id: string, limit: number): Promise<CircuitMove[]> {
    return this.db.read<CircuitMove & Record<string, unknown>>(
      `SELECT verb, from_state AS "from", to_state AS "to", actor_id AS "actorId", note, at
       FROM generation_provider_history WHERE subject_id = $1 ORDER BY id DESC LIMIT $2`,
      [id, limit],
    );
  }

  /** Who has the right to what at present. */
  async listLeases(limit: number): Promise<LeaseRow[]> {
    return this.db.read<LeaseRow & Record<string, unknown>>(LIST_LEASES, [limit]);
  }
}
