import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SuspensionScope } from '../contract';
import type { SuspensionGround, SuspensionState } from '../domain/suspension.workflow';

/** A suspension from its proposal to its end. What was proposed is never rewritten. */
@Entity('enrollment_suspensions')
export class SuspensionEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'enrollment_id' })
  enrollmentId: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text' })
  state: SuspensionState;

  @Column({ type: 'text' })
  ground: SuspensionGround;

  @Column({ type: 'text', name: 'clause_id' })
  clauseId: string;

  /** As it reads in that version. */
  @Column({ type: 'text', name: 'clause_text' })
  clauseText: string;

  @Column({ type: 'text', name: 'terms_id' })
  termsId: string;

  @Column({ type: 'integer', name: 'terms_version' })
  termsVersion: number;

  @Column({ type: 'text' })
  facts: string;

  @Column({ type: 'text' })
  remedy: string;

  @Column({ type: 'text', array: true })
  scope: readonly SuspensionScope[];

  @Column({ type: 'timestamptz', name: 'ends_at' })
  endsAt: Date;

  @Column({ type: 'text', name: 'proposed_by' })
  proposedBy: string;

  @Column({ type: 'text', name: 'proposed_by_role' })
  proposedByRole: 'manager' | 'admin';

  @Column({ type: 'text', name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;

  /** Why it was refused, withdrawn or lifted. */
  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'text', name: 'statement_id', nullable: true })
  statementId: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
