import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Currency } from '../../kernel/money';
import type { RailKey } from './domain/rail';
import type { PayoutState } from './domain/payout.workflow';

/** One payment to one artist. What it pays and to whom never changes after the insert. */
@Entity('payouts_payouts')
export class PayoutEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'batch_id' })
  batchId: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'bigint' })
  amount: bigint;

  /** Tax that was kept back from its earnings; `amount` is without it. */
  @Column({ type: 'bigint' })
  withheld: bigint;

  @Column({ type: 'text' })
  currency: Currency;

  @Column({ type: 'text', name: 'earning_ids', array: true })
  earningIds: string[];

  /** The rail's name of the payee, as approved. */
  @Column({ type: 'text', nullable: true })
  recipient: string | null;

  /** Changes whenever the account behind it does. */
  @Column({ type: 'text', name: 'recipient_mark', nullable: true })
  recipientMark: string | null;

  /** Taken out of the draft by a person; what it would have paid is due again. */
  @Column({ type: 'boolean', name: 'is_left_out' })
  isLeftOut: boolean;

  @Column({ type: 'text' })
  state: PayoutState;

  /** Chosen when it is first sent. */
  @Column({ type: 'text', nullable: true })
  rail: RailKey | null;

  @Column({ type: 'text', name: 'rail_ref', nullable: true })
  railRef: string | null;

  /** The rail's own payment to the payee's bank, where it tells of one. */
  @Column({ type: 'text', name: 'bank_ref', nullable: true })
  bankRef: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'timestamptz', name: 'sent_at', nullable: true })
  sentAt: Date | null;

  @Column({ type: 'timestamptz', name: 'paid_at', nullable: true })
  paidAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
