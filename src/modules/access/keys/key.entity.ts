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

  @Column({ type: 'text' })
  kind: 'live' | 'test';

  /** Name of the pepper that its hash was made with; `null`: from before peppers had names. */
  @Column({ type: 'text', nullable: true })
  pepper: string | null;

  /** Credits; `null`: a share of its owner's grant, see docs/keys.md. */
  @Column({ type: 'bigint', name: 'hour_cap', nullable: true })
  hourCap: bigint | null;

  @Column({ type: 'bigint', name: 'day_cap', nullable: true })
  dayCap: bigint | null;

  /** Clips that may be open at once; `null`: 8, or 64 for a bound key. */
  @Column({ type: 'integer', name: 'open_cap', nullable: true })
  openCap: number | null;

  /** Spending calls; `null`: the setting of the installation. */
  @Column({ type: 'integer', name: 'calls_per_minute', nullable: true })
  callsPerMinute: number | null;

  /** Addresses and networks it may be used from; none: everywhere. */
  @Column({ type: 'text', array: true })
  networks: string[];

  /** Web pages it may be used from; none: by programs only. */
  @Column({ type: 'text', array: true })
  origins: string[];

  /** RFC 7638 thumbprint of the key pair whose holder alone may use it; `null`: whoever has the text. */
  @Column({ type: 'text', name: 'bound_to', nullable: true })
  boundTo: string | null;

  @Column({ type: 'text', name: 'last_network', nullable: true })
  lastNetwork: string | null;

  @Column({ type: 'text', name: 'last_agent', nullable: true })
  lastAgent: string | null;

  @Column({ type: 'text', name: 'last_call', nullable: true })
  lastCall: string | null;

  /** When a signal last spoke against it. */
  @Column({ type: 'timestamptz', name: 'suspected_at', nullable: true })
  suspectedAt: Date | null;

  /** The last warning before its expiry: how many days before. */
  @Column({ type: 'integer', name: 'warned_days', nullable: true })
  warnedDays: number | null;

  @Column({ type: 'timestamptz', name: 'network_told_at', nullable: true })
  networkToldAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
