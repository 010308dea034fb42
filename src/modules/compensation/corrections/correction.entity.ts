import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CorrectionReason, CorrectionState } from '../domain/correction.workflow';

/** An amount that somebody says is wrong, and what came of it. */
@Entity('compensation_corrections')
export class CorrectionEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'earning_id' })
  earningId: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text' })
  state: CorrectionState;

  @Column({ type: 'text' })
  reason: CorrectionReason;

  @Column({ type: 'text' })
  note: string;

  /** What is right, minor units; 0: nothing. */
  @Column({ type: 'bigint', name: 'right_amount' })
  rightAmount: bigint;

  @Column({ type: 'text', name: 'proposed_by' })
  proposedBy: string;

  @Column({ type: 'text', name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
