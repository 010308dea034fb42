import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A reviewer's own word that they cannot be fair to an artist. */
@Entity('approval_conflicts')
export class ConflictEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'reviewer_id' })
  reviewerId: string;

  @Column({ type: 'text', name: 'artist_id' })
  artistId: string;

  /** The one at which it was declared: what the reviewer knows of the artist. */
  @Column({ type: 'text', name: 'submission_id' })
  submissionId: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz', name: 'declared_at' })
  declaredAt: Date;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;
}
