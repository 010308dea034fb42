import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One link of the chain: a hash over the one before and a run of entries in the order (xid, id). Append-only. */
@Entity('audit_seals')
export class AuditSealEntity {
  @PrimaryColumn({ type: 'bigint' })
  id: bigint;

  @Column({ type: 'bigint', name: 'first_entry' })
  firstEntry: bigint;

  @Column({ type: 'bigint', name: 'last_entry' })
  lastEntry: bigint;

  @Column({ type: 'bigint', name: 'last_xid' })
  lastXid: bigint;

  @Column({ type: 'integer' })
  entries: number;

  /** Ids of the sealed entries, so that a deleted one can be named. */
  @Column({ type: 'bigint', array: true, name: 'entry_ids' })
  entryIds: string[];

  /** Hash of each sealed entry, so that an altered one can be named. */
  @Column({ type: 'bytea', array: true })
  leaves: Buffer[];

  @Column({ type: 'bytea' })
  hash: Buffer;

  @Column({ type: 'timestamptz' })
  at: Date;
}
