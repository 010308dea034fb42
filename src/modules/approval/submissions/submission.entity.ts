import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience, Label } from '../domain/audience';
import type { HoldReason } from '../domain/hold';
import type { Rights } from '../domain/rights';
import type { EscalationRole, Risk } from '../domain/risk';
import type { Staged } from '../domain/staged';
import type { Proposal } from '../domain/statement-proposal';
import type { SubmissionState } from '../domain/submission.workflow';

/** A keeper offered for public sharing, with the rules that governed it when it was handed in. */
@Entity('approval_submissions')
export class SubmissionEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'generation_id' })
  generationId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text' })
  state: SubmissionState;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  description: string;

  @Column({ type: 'jsonb' })
  rights: Partial<Rights>;

  @Column({ type: 'text', array: true })
  labels: Label[];

  @Column({ type: 'text' })
  audience: Audience;

  @Column({ type: 'timestamptz', name: 'embargo_until', nullable: true })
  embargoUntil: Date | null;

  @Column({ type: 'integer', name: 'terms_version' })
  termsVersion: number;

  @Column({ type: 'text', name: 'clause_ids', array: true })
  clauseIds: string[];

  @Column({ type: 'double precision', name: 'clip_seconds' })
  clipSeconds: number;

  @Column({ type: 'text' })
  risk: Risk;

  @Column({ type: 'text', name: 'risk_because', array: true })
  riskBecause: string[];

  @Column({ type: 'timestamptz', name: 'submitted_at', nullable: true })
  submittedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'due_at', nullable: true })
  dueAt: Date | null;

  @Column({ type: 'timestamptz', name: 'clock_stopped_at', nullable: true })
  clockStoppedAt: Date | null;

  @Column({ type: 'text', name: 'claimed_by', nullable: true })
  claimedBy: string | null;

  @Column({ type: 'timestamptz', name: 'claimed_until', nullable: true })
  claimedUntil: Date | null;

  @Column({ type: 'text', name: 'escalated_by', nullable: true })
  escalatedBy: string | null;

  @Column({ type: 'timestamptz', name: 'escalated_at', nullable: true })
  escalatedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'integer', name: 'policy_version' })
  policyVersion: number;

  /** People that a no takes, by the policy of its version. */
  @Column({ type: 'integer', name: 'people_for_no' })
  peopleForNo: number;

  @Column({ type: 'text', name: 'cohort_id', nullable: true })
  cohortId: string | null;

  @Column({ type: 'text', name: 'co_authors', array: true })
  coAuthors: string[];

  @Column({ type: 'text', name: 'co_author_ids', array: true })
  coAuthorIds: string[];

  @Column({ type: 'timestamptz', name: 'wished_at', nullable: true })
  wishedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'first_claimed_at', nullable: true })
  firstClaimedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'first_decided_at', nullable: true })
  firstDecidedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'late_at', nullable: true })
  lateAt: Date | null;

  @Column({ type: 'integer', name: 'paused_seconds' })
  pausedSeconds: number;

  @Column({ type: 'text', name: 'escalated_to', nullable: true })
  escalatedTo: EscalationRole | null;

  @Column({ type: 'jsonb', nullable: true })
  proposal: Proposal | null;

  /** The verdict that was given and has not left yet. */
  @Column({ type: 'jsonb', nullable: true })
  staged: Staged | null;

  @Column({ type: 'timestamptz', name: 'staged_until', nullable: true })
  stagedUntil: Date | null;

  @Column({ type: 'text', name: 'held_by', nullable: true })
  heldBy: string | null;

  @Column({ type: 'timestamptz', name: 'held_until', nullable: true })
  heldUntil: Date | null;

  @Column({ type: 'text', name: 'held_reason', nullable: true })
  heldReason: HoldReason | null;

  @Column({ type: 'text', name: 'held_note', nullable: true })
  heldNote: string | null;

  @Column({ type: 'text', name: 'assigned_to', nullable: true })
  assignedTo: string | null;

  @Column({ type: 'text', name: 'assigned_by', nullable: true })
  assignedBy: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
