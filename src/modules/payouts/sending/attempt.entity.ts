import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One call to a rail, committed before the call is made. `outcome` is empty while nobody knows. */
@Entity('payouts_attempts')
export class AttemptEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'payout_id' })
  payoutId: string;

  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  reference: string;

  /** The rail's idempotency key: one set of parameters for ever. */
  @Column({ type: 'text' })
  key: string;

  @Column({ type: 'integer' })
  tries: number;

  /** The rail answers under this key with its stored failure. */
  @Column({ type: 'boolean', name: 'is_spent' })
  isSpent: boolean;

  @Column({ type: 'timestamptz', name: 'called_at' })
  calledAt: Date;

  /** The rail's code of a refusal. */
  @Column({ type: 'text', nullable: true })
  code: string | null;

  @Column({ type: 'jsonb' })
  parameters: Record<string, string | number>;

  @Column({ type: 'text', nullable: true })
  outcome: 'accepted' | 'rejected' | 'unknown' | 'superseded' | null;

  @Column({ type: 'text', name: 'rail_ref', nullable: true })
  railRef: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'timestamptz', name: 'started_at' })
  startedAt: Date;

  @Column({ type: 'timestamptz', name: 'leased_until' })
  leasedUntil: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
