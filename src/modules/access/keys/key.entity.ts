import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Scope } from '../domain/permissions';
import type { KeyState } from '../domain/key.workflow';

/** An API key without its secret, which nobody has but its owner. */
@Entity('access_keys')
export class KeyEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text', name: 'family_id' })
  familyId: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  state: KeyState;

  @Column({ type: 'text' })
  prefix: string;

  @Column({ type: 'text', name: 'last_four' })
  lastFour: string;

  @Column({ type: 'bytea', name: 'secret_hash' })
  secretHash: Buffer;

  @Column({ type: 'text', array: true })
  scopes: Scope[];

  @Column({ type: 'bigint', nullable: true })
  budget: bigint | null;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'stops_at', nullable: true })
  stopsAt: Date | null;

  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
