import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Capabilities } from '../domain/capabilities';
import type { WorkerState } from '../domain/worker.workflow';

/** A class of workers that share one queue. Its row is the lock under which releases take turns. */
@Entity('generation_pools')
export class PoolEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'double precision' })
  vtime: number;
}

/** One process or remote machine that renders for a pool. One not seen for a while does not count. */
@Entity('generation_workers')
export class WorkerEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  pool: string;

  @Column({ type: 'integer' })
  slots: number;

  @Column({ type: 'timestamptz', name: 'seen_at' })
  seenAt: Date;

  @Column({ type: 'text' })
  kind: 'process' | 'remote';

  @Column({ type: 'text', name: 'key_id', nullable: true })
  keyId: string | null;

  /** What its operator calls it; unique below one key. */
  @Column({ type: 'text', nullable: true })
  name: string | null;

  @Column({ type: 'text', nullable: true })
  version: string | null;

  @Column({ type: 'jsonb' })
  capabilities: Capabilities;

  @Column({ type: 'text' })
  state: WorkerState;

  /** Who put it there: itself, a person, or `system`. */
  @Column({ type: 'text', name: 'state_by' })
  stateBy: string;

  @Column({ type: 'timestamptz', name: 'state_since' })
  stateSince: Date;

  /** Why it is not active. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  /** Clips whose lease ran out in its hands. */
  @Column({ type: 'integer' })
  lost: number;

  /** Clips it has delivered. */
  @Column({ type: 'integer' })
  done: number;

  @Column({ type: 'timestamptz', name: 'registered_at' })
  registeredAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}

/** One clip whose worker was not heard of in time. */
@Entity('generation_losses')
export class LossEntity {
  @PrimaryColumn({ type: 'text', name: 'generation_id' })
  generationId: string;

  @PrimaryColumn({ type: 'bigint' })
  fence: bigint;

  @Column({ type: 'text' })
  worker: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
