import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The time-limited right of one worker to one generation. The row stays: its fence must never fall back. */
@Entity('generation_leases')
export class LeaseEntity {
  @PrimaryColumn({ type: 'text', name: 'generation_id' })
  generationId: string;

  @Column({ type: 'bigint' })
  fence: bigint;

  @Column({ type: 'text' })
  worker: string;

  /** The provider's own reference, stored before the first check. */
  @Column({ type: 'text', nullable: true })
  ticket: string | null;

  @Column({ type: 'timestamptz', name: 'taken_at' })
  takenAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'deadline_at' })
  deadlineAt: Date;

  /** Set when the right has ended, for whatever reason. */
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
