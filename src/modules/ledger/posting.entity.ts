import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One arrow of an entry. Append-only. */
@Entity('ledger_postings')
export class PostingEntity {
  @PrimaryColumn({ type: 'bigint', name: 'entry_id' })
  entryId: bigint;

  @PrimaryColumn({ type: 'integer' })
  line: number;

  @Column({ type: 'text', name: 'from_account' })
  fromAccount: string;

  @Column({ type: 'text', name: 'to_account' })
  toAccount: string;

  @Column({ type: 'bigint' })
  amount: bigint;
}
