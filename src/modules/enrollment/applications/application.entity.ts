import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicationState, DeclineCode } from '../contract';
import type { Answers } from '../domain/form';

/** Why an application was declined; shown to its author. */
export interface DeclineReason {
  readonly code: DeclineCode;
  readonly text: string;
}

@Entity('enrollment_applications')
export class ApplicationEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text' })
  statement: string;

  @Column({ type: 'text', array: true })
  portfolio: string[];

  /** By the keys of the form's questions. */
  @Column({ type: 'jsonb' })
  answers: Answers;

  /** The form that it was handed in by; null: there was none. */
  @Column({ type: 'text', name: 'form_id', nullable: true })
  formId: string | null;

  /** Studio, company or school: nobody of the same one scores it. */
  @Column({ type: 'text' })
  team: string;

  /** IANA name, such as `Europe/Berlin`: deadlines are told in it. */
  @Column({ type: 'text', name: 'time_zone' })
  timeZone: string;

  /** Counts the savings of a draft. */
  @Column({ type: 'integer' })
  revision: number;

  /** sha256 over everything that was handed in. */
  @Column({ type: 'text', nullable: true })
  digest: string | null;

  /** Mean of completed reviews in hundredths of a point. */
  @Column({ type: 'integer', nullable: true })
  score: number | null;

  /** Highest minus lowest, in hundredths. */
  @Column({ type: 'integer' })
  spread: number;

  /** Completed reviews. */
  @Column({ type: 'integer' })
  reviews: number;

  /** When its decision was promised. */
  @Column({ type: 'timestamptz', name: 'decide_by', nullable: true })
  decideBy: Date | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'integer', name: 'waitlist_place', nullable: true })
  waitlistPlace: number | null;

  @Column({ type: 'timestamptz', name: 'waitlist_review_at', nullable: true })
  waitlistReviewAt: Date | null;

  @Column({ type: 'text' })
  state: ApplicationState;

  @Column({ type: 'jsonb' })
  reasons: DeclineReason[];

  @Column({ type: 'timestamptz', name: 'submitted_at', nullable: true })
  submittedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
