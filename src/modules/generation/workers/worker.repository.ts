import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { Capabilities, Offered } from '../domain/capabilities';
import type { GenerationState } from '../domain/generation.workflow';
import type { WorkerState } from '../domain/worker.workflow';
import { SEEN_SECONDS } from '../pool/flow.repository';
import type { Right } from '../pool/lease.repository';
import type { Released } from '../pool/lease.repository';
import { WorkerEntity } from '../pool/pool.entity';
import {
  BEAT, COUNT_HELD, LIST_LEASES, LIST_CLAIMED, LIST_JOBS, LIST_LIVE, LIST_LOSERS, LIST_OFFERED, LIST_OFFERS, SEE_REMOTE, UPSERT_WORKER,
} from './worker.sql'; // prettier-ignore

const TABLES = { table: 'generation_workers', history: 'generation_workers_history' } as const;

type Row<T> = T & Record<string, unknown>;

export interface Offer extends Offered, Released {}

export interface OfferedClip extends Offered {
  readonly id: string;
  readonly attempt: number;
  readonly pool: string;
}

/** A worker as it stands before a look for clips. */
export interface Standing {
  readonly state: WorkerState;
  readonly slots: number;
  readonly pool: string;
  readonly capabilities: Capabilities;
  /** Leases it has in hand. */
  readonly held: number;
}

export interface LeaseFacts {
  readonly fence: bigint;
  readonly worker: string;
  readonly isEnded: boolean;
  /** Its time ran out. */
  readonly isLost: boolean;
  readonly uploadSha256: string | null;
  readonly state: GenerationState;
}

export interface JobRow {
  readonly worker: string;
  readonly generationId: string;
  readonly fence: bigint;
  readonly phase: string | null;
  readonly takenAt: Date;
  readonly expiresAt: Date;
  readonly deadlineAt: Date;
  readonly progress: number;
}

export interface NewWorker {
  readonly id: string;
  readonly keyId: string;
  readonly name: string;
  readonly pool: string;
  readonly slots: number;
  readonly version: string;
  readonly capabilities: Capabilities;
}

/** Remote workers, and their leases as they see them. */
@Injectable()
export class WorkerRepository {
  constructor(private readonly db: Database) {}

  /** Its id: the one it had before under this name. */
  async upsert(tx: Tx, worker: NewWorker): Promise<string> {
    const { id, keyId, name, pool, slots, version, capabilities } = worker;
    const values = [id, keyId, name, pool, slots, version, JSON.stringify(capabilities)];
    const [row] = await tx.query<{ id: string }>(UPSERT_WORKER, values);
    return row?.id ?? id;
  }

  async lock(tx: Tx, id: string): Promise<WorkerEntity | null> {
    return tx.manager.findOne(WorkerEntity, {
      where: { id, kind: 'remote' },
      lock: { mode: 'for_no_key_update' },
    });
  }

  async listRemote(): Promise<WorkerEntity[]> {
    return this.db.manager.find(WorkerEntity, {
      where: { kind: 'remote' },
      order: { name: 'ASC', id: 'ASC' },
    });
  }

  /** `false`: someone was faster. Whoever moves it stands beside the state, and why. */
  async move(tx: Tx, move: StateMove, reason: string | null): Promise<boolean> {
    if (!(await moveState(tx, TABLES, move))) return false;
    await tx.run(
      'UPDATE generation_workers SET state_by = $2, state_since = now(), reason = $3 WHERE id = $1',
      [move.id, move.actor.id, reason],
    );
    return true;
  }

  async see(id: string): Promise<void> {
    await this.db.alone(SEE_REMOTE, [id]);
  }

  async standing(id: string): Promise<Standing | null> {
    return (await this.db.read<Row<Standing>>(COUNT_HELD, [id]))[0] ?? null;
  }

  async listOffers(pool: string): Promise<Offer[]> {
    return this.db.read<Row<Offer>>(LIST_OFFERS, [pool]);
  }

  /** Released to any pool at least `seconds` ago and taken by nobody. */
  async listOffered(seconds: number): Promise<OfferedClip[]> {
    return this.db.read<Row<OfferedClip>>(LIST_OFFERED, [seconds]);
  }

  /** What everybody who takes clips of this pool at present can do; `null`: whatever comes. */
  async listLive(pool: string): Promise<(Capabilities | null)[]> {
    const rows = await this.db.read<{ can: Capabilities | null }>(LIST_LIVE, [pool, SEEN_SECONDS]);
    return rows.map(({ can }) => can);
  }

  async listClaimed(worker: string, claimId: string): Promise<(Right & { id: string })[]> {
    return this.db.read(LIST_CLAIMED, [worker, claimId]);
  }

  /** The new end of the lease, or `null` when it is not this worker's any more. */
  async beat(
    tx: Tx,
    lease: { id: string; fence: bigint; worker: string; seconds: number; phase: string | null },
  ): Promise<Date | null> {
    const { id, fence, worker, seconds, phase } = lease;
    const [row] = await tx.query<{ expiresAt: Date }>(BEAT, [id, fence, worker, seconds, phase]);
    return row?.expiresAt ?? null;
  }

  async findLease(generationId: string): Promise<LeaseFacts | null> {
    return (await this.listLeases([generationId])).get(generationId) ?? null;
  }

  /** By clip. */
  async listLeases(generationIds: readonly string[]): Promise<Map<string, LeaseFacts>> {
    const rows = await this.db.read<Row<LeaseFacts> & { id: string }>(LIST_LEASES, [generationIds]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async listJobs(workers: readonly string[]): Promise<JobRow[]> {
    return this.db.read<Row<JobRow>>(LIST_JOBS, [workers]);
  }

  async listLosers(
    losses: number,
    seconds: number,
  ): Promise<{ id: string; name: string; state: WorkerState; losses: number }[]> {
    return this.db.read(LIST_LOSERS, [losses, seconds]);
  }
}
