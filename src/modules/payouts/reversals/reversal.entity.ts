import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReversalState } from '../domain/reversal.workflow';

/** A payout that somebody wants to have back. */
@Entity('payouts_reversals')
export class ReversalEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'payout_id' })
  payoutId: string;

  @Column({ type: 'text' })
  state: ReversalState;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'text', name: 'asked_by' })
  askedBy: string;

  @Column({ type: 'text', name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;

  /** What the rail said last. */
  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
