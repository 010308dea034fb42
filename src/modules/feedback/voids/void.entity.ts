import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VoidReason, VoidState } from '../domain/void.workflow';

export const VOID_SUBJECTS = ['feedback', 'task_seat'] as const;
export type VoidSubject = (typeof VOID_SUBJECTS)[number];

/** Pay taken back, or about to be. */
@Entity('feedback_voids')
export class VoidEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  subject: VoidSubject;

  @Column({ type: 'text', name: 'subject_id' })
  subjectId: string;

  /** Cause of the earning. Never shown to staff. */
  @Column({ type: 'text', name: 'pay_ref' })
  payRef: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text' })
  state: VoidState;

  @Column({ type: 'text' })
  reason: VoidReason;

  @Column({ type: 'text' })
  facts: string;

  @Column({ type: 'text', name: 'proposed_by' })
  proposedBy: string;

  /** The second person; set while `proposed` when a second look comes before the effect. */
  @Column({ type: 'text', name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
