import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link by which somebody of the press sees a work that is not public. */
@Entity('approval_press_links')
export class PressLinkEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'submission_id' })
  submissionId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  /** For whom it is, in the artist's words. */
  @Column({ type: 'text' })
  label: string;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  /** How often it was opened. */
  @Column({ type: 'integer' })
  views: number;

  @Column({ type: 'timestamptz', name: 'last_viewed_at', nullable: true })
  lastViewedAt: Date | null;
}
