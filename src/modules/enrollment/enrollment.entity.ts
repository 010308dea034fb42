import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EnrollmentState, SuspensionScope } from './contract';

/** Statement of reasons of a suspension, as plain JSON. */
export interface Suspension {
  readonly suspensionId: string;
  readonly statementId: string;
  readonly clauseId: string;
  readonly termsId: string;
  readonly termsVersion: number;
  readonly facts: string;
  readonly scope: readonly SuspensionScope[];
  readonly endsAt: string;
}

@Entity('enrollment_enrollments')
export class EnrollmentEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'application_id' })
  applicationId: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  /** The cohort that they were admitted with; null: none. */
  @Column({ type: 'text', name: 'cohort_id', nullable: true })
  cohortId: string | null;

  @Column({ type: 'text' })
  state: EnrollmentState;

  @Column({ type: 'jsonb', nullable: true })
  suspension: Suspension | null;

  @Column({ type: 'timestamptz', name: 'suspended_until', nullable: true })
  suspendedUntil: Date | null;

  /** Where they left from; null: they have not left. */
  @Column({ type: 'text', name: 'left_from', nullable: true })
  leftFrom: EnrollmentState | null;

  /** Until when leaving can be taken back. */
  @Column({ type: 'timestamptz', name: 'leaves_at', nullable: true })
  leavesAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
