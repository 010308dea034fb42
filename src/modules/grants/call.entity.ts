import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Currency } from '../../kernel/money';
import type { CallState } from './domain/call.workflow';

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

  @Column({ type: 'bigint' })
  budget: bigint;

  @Column({ type: 'bigint' })
  awarded: bigint;

  @Column({ type: 'text' })
  currency: Currency;

  @Column({ type: 'timestamptz', name: 'decides_at' })
  decidesAt: Date;

  @Column({ type: 'text' })
  state: CallState;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
