import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { GenerationState } from '../domain/generation.workflow';
import {
  CHARGE_FLOW, COUNT_PLACES, LIST_LOADS, LIST_POOL, LIST_UNTHROTTLE, LOCK_FLOW, LOCK_FLOW_OF, LOCK_POOL, PICK_NEXT, SEE_WORKER, SHIFT_FLOW,
} from './flow.sql'; // prettier-ignore

/** A worker process that was not seen for this long is not counted. */
export const SEEN_SECONDS = 15;

export interface FlowKey {
  readonly pool: string;
  readonly enrollmentId: string;
}

export interface Places {
  /** Renders that all live workers of this pool can do at once. */
  readonly slots: number;
  readonly inflight: number;
}

type PlacesRow = Places & Record<string, unknown>;

export interface Pick {
  readonly id: string;
  readonly tag: number;
  readonly isPaid: boolean;
}

export interface PoolRow {
  readonly id: string;
  readonly enrollmentId: string;
  readonly state: GenerationState;
  readonly seq: bigint;
  readonly costSeconds: number;
  readonly arrival: number;
  readonly startTag: number | null;
  readonly provider: string;
  readonly resolution: string;
  readonly seconds: number;
  /** 0 … 1000 */
  readonly progress: number;
  readonly weight: number;
  readonly maxInflight: number;
  readonly inflight: number;
  readonly lastFinish: number;
  readonly elapsedSeconds: number;
}

/** Pools, their workers, and each artist's place in the fair order. */
@Injectable()
export class FlowRepository {
  constructor(private readonly db: Database) {}

  async lock(tx: Tx, { pool, enrollmentId }: FlowKey): Promise<{ maxInflight: number }> {
    const [flow] = await tx.query<{ maxInflight: number }>(LOCK_FLOW, [pool, enrollmentId]);
    if (flow === undefined) throw new Error(`enrollment ${enrollmentId} has no flow in pool ${pool}`);
    return flow;
  }

  /** Keeps the flow of a generation locked; `false` when there is no such generation. */
  async lockOf(tx: Tx, generationId: string): Promise<boolean> {
    return (await tx.run(LOCK_FLOW_OF, [generationId])) > 0;
  }

  async virtualTime(tx: Tx, pool: string): Promise<number> {
    const [row] = await tx.query<{ vtime: number }>('SELECT vtime FROM generation_pools WHERE id = $1', [
      pool,
    ]);
    return row?.vtime ?? 0;
  }

  async virtualTimeOf(pool: string): Promise<number> {
    const rows = await this.db.read<{ vtime: number }>('SELECT vtime FROM generation_pools WHERE id = $1', [
      pool,
    ]);
    return rows[0]?.vtime ?? 0;
  }

  /** Until the commit nobody else releases from this pool. */
  async lockPool(tx: Tx, pool: string): Promise<void> {
    await tx.run(LOCK_POOL, [pool]);
  }

  async countPlaces(pool: string, tx?: Tx): Promise<Places> {
    const values = [pool, SEEN_SECONDS];
    const rows =
      tx === undefined
        ? this.db.read<PlacesRow>(COUNT_PLACES, values)
        : tx.query<PlacesRow>(COUNT_PLACES, values);
    return (await rows)[0] ?? { slots: 0, inflight: 0 };
  }

  /** Seconds of work that wait in each pool, over all its places. */
  async loads(pools: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.read<{ pool: string; seconds: number }>(LIST_LOADS, [pools, SEEN_SECONDS]);
    return new Map(rows.map(({ pool, seconds }) => [pool, seconds]));
  }

  async findNext(tx: Tx, pool: string): Promise<Pick | null> {
    return (await tx.query<Pick & { id: string }>(PICK_NEXT, [pool]))[0] ?? null;
  }

  /** Accounts a release and moves the pool's time on: `tag` is its start tag, `cost` estimated seconds, `null` when paid. */
  async charge(tx: Tx, { pool, enrollmentId }: FlowKey, tag: number, cost: number | null): Promise<void> {
    await tx.run(CHARGE_FLOW, [pool, enrollmentId, tag, cost]);
  }

  /** One more or less under way; with `settled`, the accounted cost is corrected to the time since `startedAt`. */
  async shift(
    tx: Tx,
    { pool, enrollmentId }: FlowKey,
    by: -1 | 1,
    settled: { cost: number; startedAt: Date | null } | null,
  ): Promise<void> {
    await tx.run(SHIFT_FLOW, [pool, enrollmentId, by, settled?.cost ?? null, settled?.startedAt ?? null]);
  }

  async listUnthrottle(pool: string): Promise<string[]> {
    return (await this.db.read<{ id: string }>(LIST_UNTHROTTLE, [pool])).map(({ id }) => id);
  }

  async listPool(pool: string): Promise<PoolRow[]> {
    return this.db.read<PoolRow & Record<string, unknown>>(LIST_POOL, [pool]);
  }

  async seeWorker(tx: Tx, worker: { id: string; pool: string; slots: number }): Promise<void> {
    await tx.run(SEE_WORKER, [worker.id, worker.pool, worker.slots]);
  }

  /** Whether a process of Atelier itself renders for this pool: the queue is for those, remote workers claim in the database. */
  async hasProcess(pool: string): Promise<boolean> {
    const rows = await this.db.read(
      `SELECT 1 FROM generation_workers WHERE pool = $1 AND kind = 'process' AND seen_at > now() - make_interval(secs => $2) LIMIT 1`,
      [pool, SEEN_SECONDS],
    );
    return rows.length > 0;
  }

  async forgetWorker(tx: Tx, id: string): Promise<void> {
    await tx.run(
      `DELETE FROM generation_workers WHERE kind = 'process' AND (id = $1 OR seen_at < now() - interval '1 day')`,
      [id],
    );
  }
}
