import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A reservation on one guarded account. */
@Entity('ledger_holds')
export class HoldEntity {
  @PrimaryColumn({ type: 'text' })
  reference: string;

  @Column({ type: 'text' })
  account: string;

  @Column({ type: 'bigint' })
  amount: bigint;

  @Column({ type: 'text' })
  state: 'open' | 'settled' | 'released' | 'expired';

  @Column({ type: 'bigint' })
  settled: bigint;

  @Column({ type: 'bigint', name: 'entry_id', nullable: true })
  entryId: bigint | null;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt: Date;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
