import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AppealState } from '../domain/appeal.workflow';

/** An artist's appeal against one decision. */
@Entity('approval_appeals')
export class AppealEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'submission_id' })
  submissionId: string;

  @Column({ type: 'text', name: 'decision_id' })
  decisionId: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text', name: 'decided_by' })
  decidedBy: string;

  @Column({ type: 'text', name: 'appellant_id' })
  appellantId: string;

  @Column({ type: 'text' })
  state: AppealState;

  @Column({ type: 'text' })
  grounds: string;

  @Column({ type: 'text', name: 'hearer_id', nullable: true })
  hearerId: string | null;

  @Column({ type: 'text', nullable: true })
  reasons: string | null;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
