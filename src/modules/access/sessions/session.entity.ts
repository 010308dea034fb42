import { Column, Entity, PrimaryColumn } from 'typeorm';

export const SESSION_WAYS = ['password', 'passkey', 'oidc'] as const;
export type SessionWay = (typeof SESSION_WAYS)[number];

/** One sign-in in one browser. */
@Entity('access_sessions')
export class SessionEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'bytea', name: 'token_hash' })
  tokenHash: Buffer;

  @Column({ type: 'text' })
  network: string;

  @Column({ type: 'text' })
  agent: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'last_seen_at' })
  lastSeenAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  /** Whoever sits there last proved who they are, by the strongest means they have. */
  @Column({ type: 'timestamptz', name: 'proved_at' })
  provedAt: Date;

  /** When a second factor was shown in this session; `null`: not yet. */
  @Column({ type: 'timestamptz', name: 'second_factor_at', nullable: true })
  secondFactorAt: Date | null;

  @Column({ type: 'text' })
  way: SessionWay;

  /** The full address of the sign-in, for its owner to recognise; `network` is what is counted. */
  @Column({ type: 'text' })
  address: string;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
