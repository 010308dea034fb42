import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicationState } from '../domain/application.workflow';

/** One line of an applicant's budget, minor units of the call's currency. */
export interface BudgetLine {
  readonly what: string;
  readonly amount: number;
}

export interface Collaborator {
  readonly name: string;
  /** `null`: without an account here. */
  readonly personId: string | null;
  /** As the applicant gave it; nobody who judges sees it. */
  readonly email?: string;
}

/** A step of an award as it is kept in JSON: minor units as text, a date as RFC 3339. */
export interface StoredStep {
  readonly title: string;
  readonly amount: string;
  readonly dueAt: string;
  readonly isAtStart: boolean;
}

/** What one artist asks of one call. */
@Entity('grants_applications')
export class CallApplicationEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'call_id' })
  callId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text' })
  statement: string;

  @Column({ type: 'text' })
  team: string;

  @Column({ type: 'jsonb', name: 'budget_lines' })
  budgetLines: BudgetLine[];

  /** Links to works. */
  @Column({ type: 'jsonb' })
  works: string[];

  @Column({ type: 'jsonb' })
  collaborators: Collaborator[];

  @Column({ type: 'bigint' })
  requested: bigint;

  @Column({ type: 'bigint', nullable: true })
  awarded: bigint | null;

  /** Steps of the award or the reserve. */
  @Column({ type: 'jsonb' })
  plan: StoredStep[];

  @Column({ type: 'text', nullable: true })
  reasons: string | null;

  /** Why a decision departs from the ranking. */
  @Column({ type: 'text', nullable: true })
  departure: string | null;

  @Column({ type: 'integer', nullable: true })
  rank: number | null;

  @Column({ type: 'boolean', name: 'is_finalist' })
  isFinalist: boolean;

  @Column({ type: 'integer', name: 'reserve_place', nullable: true })
  reservePlace: number | null;

  @Column({ type: 'bigint', name: 'reserve_amount', nullable: true })
  reserveAmount: bigint | null;

  @Column({ type: 'text', name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  /** When an appeal against the refusal succeeded: it is judged anew. */
  @Column({ type: 'timestamptz', name: 'reheard_at', nullable: true })
  reheardAt: Date | null;

  /** Who declined it before: somebody else judges it now. */
  @Column({ type: 'text', name: 'declined_by', nullable: true })
  declinedBy: string | null;

  @Column({ type: 'timestamptz', name: 'handed_in_at', nullable: true })
  handedInAt: Date | null;

  @Column({ type: 'text' })
  state: ApplicationState;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
