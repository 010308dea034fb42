import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReviewState } from '../domain/review.workflow';
import type { Scores } from '../../enrollment/contract';

/** What one reviewer thinks of one application. */
@Entity('grants_reviews')
export class ReviewEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'call_id' })
  callId: string;

  @Column({ type: 'text', name: 'application_id' })
  applicationId: string;

  @Column({ type: 'text', name: 'reviewer_id' })
  reviewerId: string;

  @Column({ type: 'text' })
  state: ReviewState;

  @Column({ type: 'jsonb' })
  scores: Scores;

  /** Weighted, in hundredths of a point. */
  @Column({ type: 'integer', nullable: true })
  score: number | null;

  /** For the panel only. */
  @Column({ type: 'text', name: 'panel_note' })
  panelNote: string;

  /** For the applicant, once the call is decided. */
  @Column({ type: 'text', name: 'applicant_comment' })
  applicantComment: string;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
