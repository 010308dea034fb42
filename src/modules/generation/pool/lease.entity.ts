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

  /** Of a remote worker: the claim it was given under, so that asking again under it gives the same. */
  @Column({ type: 'text', name: 'claim_id', nullable: true })
  claimId: string | null;

  /** What the worker says it is doing. */
  @Column({ type: 'text', nullable: true })
  phase: string | null;

  /** Of the file that was accepted, as the worker uploaded it. */
  @Column({ type: 'text', name: 'upload_sha256', nullable: true })
  uploadSha256: string | null;

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
