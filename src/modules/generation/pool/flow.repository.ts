import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { GenerationState, Step } from '../domain/generation.workflow';
import {
  CATCH_UP, COUNT_PLACES, COUNT_PROGRAMS, GLANCE, LIST_HEADS, LIST_LOADS, LIST_POOL, LIST_ROOM, LOCK_FLOW_OF, LOCK_FLOWS, LOCK_POOL,
  LOCK_PROGRAMS, LOCK_QUEUED, LOCK_WAITING_FLOWS, SEE_WORKER, SHIFT_FLOW, START, UNTHROTTLE,
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

/** One artist's account in a pool. */
export interface Account {
  readonly flowId: string;
  readonly weight: number;
  readonly limit: number;
  readonly inflight: number;
  readonly lastFinish: number;
}

/** A clip that waits, with its artist's account. */
export interface Head extends Account {
  readonly programId: string;
  readonly id: string;
  readonly seq: bigint;
  readonly cost: number;
  readonly arrival: number;
  readonly paidTag: number | null;
}

/** What a round of releases writes. */
export interface Round {
  readonly clips: readonly { readonly id: string; readonly tag: number }[];
  readonly flows: readonly { readonly id: string; readonly more: number; readonly lastFinish: number }[];
  readonly virtualTime: number;
}

export interface Glance {
  readonly hasQueued: boolean;
  readonly hasThrottled: boolean;
  /** A process of Atelier itself renders for this pool: the queue is for those, remote workers claim in the database. */
  readonly hasProcess: boolean;
}

type Row<T> = T & Record<string, unknown>;

export interface PoolRow {
  readonly id: string;
  readonly enrollmentId: string;
  readonly programId: string;
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

  /** Keeps the flow of a generation locked; `false` when there is no such generation. */
  async lockOf(tx: Tx, generationId: string): Promise<boolean> {
    return (await tx.run(LOCK_FLOW_OF, [generationId])) > 0;
  }

  async virtualTimeOf(pool: string): Promise<number> {
    const rows = await this.db.read<{ vtime: number }>('SELECT vtime FROM generation_pools WHERE id = $1', [
      pool,
    ]);
    return rows[0]?.vtime ?? 0;
  }

  /** Until the commit nobody else releases from this pool. Its virtual time. */
  async lockPool(tx: Tx, pool: string): Promise<number> {
    return (await tx.query<{ vtime: number }>(LOCK_POOL, [pool]))[0]?.vtime ?? 0;
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

  /** Until the commit nobody else releases clips of these programmes, from whatever pool. */
  async lockPrograms(tx: Tx, programIds: readonly string[]): Promise<void> {
    await tx.run(LOCK_PROGRAMS, [programIds]);
  }

  /** Clips of each programme that are under way, in all pools. */
  async countPrograms(programIds: readonly string[], tx?: Tx): Promise<Map<string, number>> {
    if (programIds.length === 0) return new Map();
    type Count = Row<{ id: string; inflight: number }>;
    const values = [programIds];
    const rows =
      tx === undefined
        ? this.db.read<Count>(COUNT_PROGRAMS, values)
        : tx.query<Count>(COUNT_PROGRAMS, values);
    return new Map((await rows).map(({ id, inflight }) => [id, inflight]));
  }

  /** What waits first, up to `deep` clips of each of the `most` artists who are next; nothing of the programmes in `full`. */
  async listHeads(
    tx: Tx,
    pool: string,
    { most, deep, full }: { most: number; deep: number; full: readonly string[] },
  ): Promise<Head[]> {
    return tx.query<Row<Head>>(LIST_HEADS, [pool, most, deep, full]);
  }

  /** Brings those of a programme who wait to the pool's present time. No other flow may be locked yet. */
  async catchUp(tx: Tx, pool: string, programId: string, virtualTime: number): Promise<void> {
    await tx.run(LOCK_WAITING_FLOWS, [pool, programId]);
    await tx.run(CATCH_UP, [pool, programId, virtualTime]);
  }

  async lockAll(tx: Tx, pool: string, enrollmentIds: readonly string[]): Promise<Account[]> {
    return tx.query<Row<Account>>(LOCK_FLOWS, [pool, enrollmentIds]);
  }

  async lockQueued(tx: Tx, ids: readonly string[]): Promise<{ id: string; keyId: string | null }[]> {
    return tx.query(LOCK_QUEUED, [ids]);
  }

  /** Attempts of the clips that were started. */
  async start(tx: Tx, pool: string, round: Round, step: Step): Promise<Map<string, number>> {
    const { clips, flows, virtualTime } = round;
    const rows = await tx.query<{ id: string; attempt: number }>(START, [
      pool,
      clips.map(({ id }) => id),
      clips.map(({ tag }) => tag),
      flows.map(({ id }) => id),
      flows.map(({ more }) => more),
      flows.map(({ lastFinish }) => lastFinish),
      virtualTime,
      ...step,
    ]);
    return new Map(rows.map(({ id, attempt }) => [id, attempt]));
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

  /** Artists with throttled clips and room for one of them. */
  async listRoom(pool: string): Promise<string[]> {
    return (await this.db.read<{ id: string }>(LIST_ROOM, [pool])).map(({ id }) => id);
  }

  /** How many joined the queue. The flows must be locked. */
  async unthrottle(tx: Tx, pool: string, enrollmentIds: readonly string[], step: Step): Promise<number> {
    return tx.run(UNTHROTTLE, [pool, enrollmentIds, ...step]);
  }

  async listPool(pool: string): Promise<PoolRow[]> {
    return this.db.read<PoolRow & Record<string, unknown>>(LIST_POOL, [pool]);
  }

  async seeWorker(tx: Tx, worker: { id: string; pool: string; slots: number }): Promise<void> {
    await tx.run(SEE_WORKER, [worker.id, worker.pool, worker.slots]);
  }

  async glance(pool: string): Promise<Glance> {
    const [seen] = await this.db.read<Row<Glance>>(GLANCE, [pool, SEEN_SECONDS]);
    return seen ?? { hasQueued: false, hasThrottled: false, hasProcess: false };
  }

  async forgetWorker(tx: Tx, id: string): Promise<void> {
    await tx.run(
      `DELETE FROM generation_workers WHERE kind = 'process' AND (id = $1 OR seen_at < now() - interval '1 day')`,
      [id],
    );
  }
}
