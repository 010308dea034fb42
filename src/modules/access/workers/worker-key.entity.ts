import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a machine that renders for one pool signs in with. It opens nothing but the worker protocol. */
@Entity('access_worker_keys')
export class WorkerKeyEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  /** The pool whose clips its workers may claim. */
  @Column({ type: 'text' })
  pool: string;

  @Column({ type: 'text' })
  prefix: string;

  @Column({ type: 'text', name: 'last_four' })
  lastFour: string;

  @Column({ type: 'bytea', name: 'secret_hash' })
  secretHash: Buffer;

  @Column({ type: 'text', name: 'created_by' })
  createdBy: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'stopped_at', nullable: true })
  stoppedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;
}

/** What a worker holds for half an hour in place of its key. */
@Entity('access_worker_tokens')
export class WorkerTokenEntity {
  @PrimaryColumn({ type: 'bytea', name: 'secret_hash' })
  secretHash: Buffer;

  @Column({ type: 'text', name: 'key_id' })
  keyId: string;

  @Column({ type: 'text', name: 'worker_id' })
  workerId: string;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;
}
