import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { LEASE_SECONDS } from '../domain/clocks';
import {
  LIST_OVERDUE, LIST_UNSTARTED, LIST_UNTAKEN, LOCK_LEASE, RENEW_LEASE, SHOW_PROGRESS, TAKE_LEASE,
} from './lease.sql'; // prettier-ignore

export interface Overdue {
  readonly id: string;
  readonly fence: bigint;
  readonly isPastDeadline: boolean;
}

@Injectable()
export class LeaseRepository {
  constructor(private readonly db: Database) {}

  /** The new fence, or `null` while another worker's lease is live. `deadline` in seconds from now. */
  async take(tx: Tx, generationId: string, worker: string, deadline: number): Promise<bigint | null> {
    const [row] = await tx.query<{ fence: bigint }>(TAKE_LEASE, [
      generationId,
      worker,
      LEASE_SECONDS,
      deadline,
    ]);
    return row?.fence ?? null;
  }

  /** Renews, and shows progress (0 … 1000) where it rose. `false`: the right has ended. */
  async renew(tx: Tx, generationId: string, fence: bigint, progress: number): Promise<boolean> {
    if (progress > 0) await tx.run(SHOW_PROGRESS, [generationId, fence, progress]);
    return (await tx.run(RENEW_LEASE, [generationId, fence, LEASE_SECONDS])) > 0;
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
