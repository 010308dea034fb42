import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Currency } from '../../../kernel/money';
import type { CallState } from '../domain/call.workflow';
import type { Criterion } from '../../enrollment/contract';

/** A grant round. */
@Entity('grants_calls')
export class CallEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  criteria: string;

  @Column({ type: 'text' })
  eligibility: string;

  @Column({ type: 'jsonb' })
  rubric: Criterion[];

  @Column({ type: 'bigint' })
  budget: bigint;

  /** Awards that stand and stipends of finalists, in minor units. */
  @Column({ type: 'bigint' })
  awarded: bigint;

  @Column({ type: 'text' })
  currency: Currency;

  @Column({ type: 'timestamptz', name: 'closes_at' })
  closesAt: Date;

  @Column({ type: 'timestamptz', name: 'decides_at' })
  decidesAt: Date;

  /** Completed reviews that each application needs. */
  @Column({ type: 'integer' })
  quorum: number;

  /** Awards of one artist within 365 days at most. */
  @Column({ type: 'integer', name: 'yearly_cap', nullable: true })
  yearlyCap: number | null;

  @Column({ type: 'integer' })
  finalists: number;

  /** What each finalist gets, in minor units. */
  @Column({ type: 'bigint' })
  stipend: bigint;

  @Column({ type: 'timestamptz', name: 'opened_at', nullable: true })
  openedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'ranked_at', nullable: true })
  rankedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'text' })
  state: CallState;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
