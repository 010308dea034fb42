import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../../kernel/actor';
import type { Statement } from '../domain/statement';

export type Outcome = 'approved' | 'declined' | 'changes_requested' | 'taken_down';

/** What one reviewer concluded. Append-only. */
@Entity('approval_decisions')
export class DecisionEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'submission_id' })
  submissionId: string;

  @Column({ type: 'text', name: 'author_id' })
  authorId: string;

  @Column({ type: 'text', name: 'reviewer_id' })
  reviewerId: string;

  @Column({ type: 'text', name: 'reviewer_role' })
  reviewerRole: Role;

  @Column({ type: 'text' })
  outcome: Outcome;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'jsonb', nullable: true })
  statement: Statement | null;

  @Column({ type: 'timestamptz' })
  at: Date;
}
