import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A guarded account and what it has; written only by the statements of `entry.sql.ts` and `hold.sql.ts`. */
@Entity('ledger_accounts')
export class AccountEntity {
  @PrimaryColumn({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  unit: string;

  @Column({ type: 'bigint' })
  balance: bigint;

  @Column({ type: 'bigint' })
  held: bigint;

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt: Date;
}
