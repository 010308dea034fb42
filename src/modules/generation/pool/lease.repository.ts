import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { Settings } from '../../../platform/config/settings';
import { stepOf } from '../domain/generation.workflow';
import type { GenerationEntity } from '../generation.entity';
import {
  FIND_RELEASED, GRANT, GRANT_ONE, LIST_OVERDUE, LIST_UNSTARTED, LIST_UNTAKEN, LOCK_LEASE, NOTE_LOSS, RENEW_LEASE, SHOW_PROGRESS, TAKE_LEASE,
} from './lease.sql'; // prettier-ignore

export interface Overdue {
  readonly id: string;
  readonly fence: bigint;
  readonly isPastDeadline: boolean;
}

/** Whose right it is. A remote worker's claim has an id of its own making. */
export interface Holder {
  readonly worker: string;
  readonly claimId: string | null;
}

/** A lease as it was given out. */
export interface Right {
  readonly fence: bigint;
  readonly expiresAt: Date;
  readonly deadlineAt: Date;
}

/** A released clip, as far as one must know it to take it. */
export type Released = Pick<GenerationEntity, 'id' | 'attempt' | 'costSeconds' | 'keyId'>;

/** A released clip that somebody would take. */
export interface Wanted {
  readonly id: string;
  /** What it was released for. */
  readonly attempt: number;
  readonly deadlineSeconds: number;
}

const PROCESS_STEP = stepOf('process', 'starting');

@Injectable()
export class LeaseRepository {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  /** The new right, or `null` while another worker's lease is live. `deadline` in seconds from now. */
  async take(tx: Tx, generationId: string, holder: Holder, deadline: number): Promise<Right | null> {
    const { worker, claimId } = holder;
    const values = [generationId, worker, this.settings.leaseSeconds, deadline, claimId];
    return (await tx.query<Right & Record<string, unknown>>(TAKE_LEASE, values))[0] ?? null;
  }

  /** `null`: it is not released, or was released anew. */
  async findReleased(id: string, attempt: number): Promise<Released | null> {
    const rows = await this.db.read<Released & Record<string, unknown>>(FIND_RELEASED, [id, attempt]);
    return rows[0] ?? null;
  }

  /**
   * Moves up to `most` of `wanted`, which are released, to processing, and gives their leases to `holder`; durable when it
   * returns. Without `skips` it waits for whoever has a lock on one of them.
   */
  async grant(
    wanted: readonly Wanted[],
    { worker, claimId }: Holder,
    { most, skips }: { most: number; skips: boolean },
  ): Promise<(Right & { id: string })[]> {
    return this.db.alone(skips ? GRANT : GRANT_ONE, [
      wanted.map(({ id }) => id),
      wanted.map(({ attempt }) => attempt),
      wanted.map(({ deadlineSeconds }) => deadlineSeconds),
      most,
      worker,
      this.settings.leaseSeconds,
      claimId,
      ...PROCESS_STEP,
    ]);
  }

  /** Progress (0 … 1000), where it rose and the right is still in force. */
  async show(tx: Tx, generationId: string, fence: bigint, progress: number): Promise<void> {
    await tx.run(SHOW_PROGRESS, [generationId, fence, progress]);
  }

  /** Renews, and shows progress (0 … 1000) where it rose. `false`: the right has ended. Durable when it returns. */
  async renew(generationId: string, fence: bigint, progress: number): Promise<boolean> {
    const values = [generationId, fence, this.settings.leaseSeconds];
    if (progress === 0) return (await this.db.alone(RENEW_LEASE, values)).length > 0;
    return this.db.tx(async (tx) => {
      await this.show(tx, generationId, fence, progress);
      return (await tx.query(RENEW_LEASE, values)).length > 0;
    });
  }

  async setTicket(tx: Tx, generationId: string, fence: bigint, ticket: string): Promise<void> {
    await tx.run(
      `UPDATE generation_leases SET ticket = $3 WHERE generation_id = $1 AND fence = $2 AND ended_at IS NULL`,
      [generationId, fence, ticket],
    );
  }

  /** The lease if it is still in force under this fence. An expired one is, until somebody ends it. */
  async lockHeld(tx: Tx, generationId: string, fence: bigint): Promise<{ isExpired: boolean } | null> {
    return (await tx.query<{ isExpired: boolean }>(LOCK_LEASE, [generationId, fence]))[0] ?? null;
  }

  async end(tx: Tx, generationId: string): Promise<void> {
    await tx.run(
      `UPDATE generation_leases SET ended_at = now() WHERE generation_id = $1 AND ended_at IS NULL`,
      [generationId],
    );
  }

  /** Counts against the worker that had it. */
  async noteLoss(tx: Tx, generationId: string, fence: bigint): Promise<void> {
    await tx.run(NOTE_LOSS, [generationId, fence]);
  }

  async listOverdue(): Promise<Overdue[]> {
    return this.db.read<Overdue & Record<string, unknown>>(LIST_OVERDUE);
  }

  async listUntaken(seconds: number): Promise<{ id: string; attempt: number; pool: string }[]> {
    return this.db.read(LIST_UNTAKEN, [seconds]);
  }

  async listUnstarted(seconds: number): Promise<string[]> {
    return (await this.db.read<{ id: string }>(LIST_UNSTARTED, [seconds])).map(({ id }) => id);
  }
}
