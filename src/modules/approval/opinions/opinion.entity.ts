import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Outcome } from '../submissions/decision.entity';

export type OpinionOutcome = Exclude<Outcome, 'taken_down'>;

/** A second person's verdict on a decision that stands, given without knowing the first. Changes nothing by itself. */
@Entity('approval_opinions')
export class OpinionEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'decision_id' })
  decisionId: string;

  @Column({ type: 'text', name: 'submission_id' })
  submissionId: string;

  @Column({ type: 'text', name: 'author_id' })
  authorId: string;

  @Column({ type: 'text', name: 'first_reviewer_id' })
  firstReviewerId: string;

  @Column({ type: 'text', name: 'first_outcome' })
  firstOutcome: OpinionOutcome;

  @Column({ type: 'text', name: 'second_reviewer_id', nullable: true })
  secondReviewerId: string | null;

  @Column({ type: 'text', name: 'second_outcome', nullable: true })
  secondOutcome: OpinionOutcome | null;

  @Column({ type: 'text', nullable: true })
  ground: string | null;

  @Column({ type: 'text', nullable: true })
  facts: string | null;

  /** The day whose seed drew it. */
  @Column({ type: 'date' })
  day: string;

  @Column({ type: 'text', name: 'claimed_by', nullable: true })
  claimedBy: string | null;

  @Column({ type: 'timestamptz', name: 'claimed_until', nullable: true })
  claimedUntil: Date | null;

  /** Who passed on it. */
  @Column({ type: 'text', name: 'passed_by', array: true })
  passedBy: string[];

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'given_at', nullable: true })
  givenAt: Date | null;
}
