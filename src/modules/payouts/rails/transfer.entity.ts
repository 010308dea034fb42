import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Currency } from '../../../kernel/money';
import type { TransferState } from '../domain/sandbox-transfer.workflow';

/** A transfer in the books of the sandbox rail, as a processor would keep it. */
@Entity('payouts_sandbox_transfers')
export class TransferEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  reference: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'bigint' })
  amount: bigint;

  @Column({ type: 'text' })
  currency: Currency;

  @Column({ type: 'text' })
  state: TransferState;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'timestamptz', name: 'settles_at' })
  settlesAt: Date;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
