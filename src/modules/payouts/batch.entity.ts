import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Currency } from '../../kernel/money';
import type { BatchState } from './domain/batch.workflow';
import type { RailKey, RailMode } from './domain/rail';

/** Payouts that are approved together. */
@Entity('payouts_batches')
export class PayoutBatchEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text' })
  currency: Currency;

  @Column({ type: 'text' })
  rail: RailKey;

  @Column({ type: 'text' })
  mode: RailMode;

  @Column({ type: 'text' })
  state: BatchState;

  /** Why it is paused. */
  @Column({ type: 'text', name: 'pause_reason', nullable: true })
  pauseReason: string | null;

  @Column({ type: 'text', name: 'drafted_by' })
  draftedBy: string;

  /** Who took somebody out of the draft: none of them approves it. */
  @Column({ type: 'text', name: 'edited_by', array: true })
  editedBy: string[];

  @Column({ type: 'integer', name: 'approvals_needed' })
  approvalsNeeded: 1 | 2;

  @Column({ type: 'text', name: 'approved_by', nullable: true })
  approvedBy: string | null;

  @Column({ type: 'timestamptz', name: 'approved_at', nullable: true })
  approvedAt: Date | null;

  @Column({ type: 'text', name: 'second_approved_by', nullable: true })
  secondApprovedBy: string | null;

  @Column({ type: 'timestamptz', name: 'second_approved_at', nullable: true })
  secondApprovedAt: Date | null;

  @Column({ type: 'bigint' })
  total: bigint;

  @Column({ type: 'integer' })
  payouts: number;

  @Column({ type: 'text', name: 'content_hash' })
  contentHash: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
