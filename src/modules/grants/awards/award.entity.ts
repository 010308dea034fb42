import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Currency } from '../../../kernel/money';
import type { AwardState } from '../domain/award.workflow';

/** What was awarded to one application, with its agreement. */
@Entity('grants_awards')
export class AwardEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'call_id' })
  callId: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text', name: 'application_id' })
  applicationId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'bigint' })
  amount: bigint;

  @Column({ type: 'text' })
  currency: Currency;

  @Column({ type: 'text' })
  agreement: string;

  @Column({ type: 'text', name: 'agreement_hash' })
  agreementHash: string;

  @Column({ type: 'timestamptz', name: 'offer_until' })
  offerUntil: Date;

  @Column({ type: 'timestamptz', name: 'accepted_at', nullable: true })
  acceptedAt: Date | null;

  @Column({ type: 'text', name: 'accepted_hash', nullable: true })
  acceptedHash: string | null;

  /** Address from which it was accepted. */
  @Column({ type: 'text', name: 'accepted_from', nullable: true })
  acceptedFrom: string | null;

  @Column({ type: 'text', nullable: true })
  report: string | null;

  @Column({ type: 'text', name: 'ended_by', nullable: true })
  endedBy: string | null;

  @Column({ type: 'text', name: 'end_reasons', nullable: true })
  endReasons: string | null;

  @Column({ type: 'timestamptz', name: 'appeal_until', nullable: true })
  appealUntil: Date | null;

  @Column({ type: 'text', nullable: true })
  appeal: string | null;

  @Column({ type: 'text', name: 'appeal_answer', nullable: true })
  appealAnswer: string | null;

  @Column({ type: 'text', name: 'appeal_answered_by', nullable: true })
  appealAnsweredBy: string | null;

  @Column({ type: 'text' })
  state: AwardState;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
