import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReviewState } from '../domain/review.workflow';
import type { Scores } from '../domain/rubric';

@Entity('enrollment_reviews')
export class ReviewEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

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

  /** For the artist, once it is decided. */
  @Column({ type: 'text', name: 'applicant_comment' })
  applicantComment: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
