import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CircuitState } from '../domain/circuit.workflow';

/** What every process knows of a provider: its circuit, and what a manager has set. */
@Entity('generation_providers')
export class ProviderEntity {
  /** Its key. */
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  pool: string;

  @Column({ type: 'text' })
  state: CircuitState;

  /** Failures since the last success. */
  @Column({ type: 'integer' })
  failures: number;

  /** Times it was left alone since the last success. */
  @Column({ type: 'integer' })
  trips: number;

  /** When an open circuit may be probed. */
  @Column({ type: 'timestamptz', name: 'retry_at', nullable: true })
  retryAt: Date | null;

  /** Nothing new is sent before: the vendor asked for it. */
  @Column({ type: 'timestamptz', name: 'hold_until', nullable: true })
  holdUntil: Date | null;

  @Column({ type: 'boolean', name: 'is_pinned' })
  isPinned: boolean;

  @Column({ type: 'double precision' })
  weight: number;

  @Column({ type: 'boolean', name: 'is_draining' })
  isDraining: boolean;

  /** The last failure. */
  @Column({ type: 'text', nullable: true })
  code: string | null;

  @Column({ type: 'text', nullable: true })
  message: string | null;

  @Column({ type: 'timestamptz', name: 'failed_at', nullable: true })
  failedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'succeeded_at', nullable: true })
  succeededAt: Date | null;

  /** What the last self-test found wrong; `null`: it can run. */
  @Column({ type: 'text', nullable: true })
  ailment: string | null;

  @Column({ type: 'timestamptz', name: 'checked_at', nullable: true })
  checkedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
