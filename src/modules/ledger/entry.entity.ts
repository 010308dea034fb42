import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One fact that moved value. Append-only. */
@Entity('ledger_entries')
export class EntryEntity {
  @PrimaryColumn({ type: 'bigint' })
  id: bigint;

  @Column({ type: 'text' })
  reference: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  unit: string;

  @Column({ type: 'bytea' })
  digest: Buffer;

  @Column({ type: 'jsonb' })
  memo: Record<string, unknown>;

  @Column({ type: 'timestamptz' })
  at: Date;
}
