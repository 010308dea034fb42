import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One consequential act. Append-only. */
@Entity('audit_entries')
export class AuditEntryEntity {
  @PrimaryColumn({ type: 'bigint' })
  id: bigint;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  actor: string;

  @Column({ type: 'text' })
  via: string;

  @Column({ type: 'text', name: 'key_id', nullable: true })
  keyId: string | null;

  @Column({ type: 'text' })
  act: string;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'jsonb' })
  details: Record<string, unknown>;

  /** The writing transaction, as Postgres numbers them. */
  @Column({ type: 'bigint' })
  xid: bigint;
}
