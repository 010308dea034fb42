import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Currency } from '../../../kernel/money';
import type { Use } from '../domain/showcase';

/** An artist agrees to one use of one work, at the price they saw. */
@Entity('approval_consents')
export class WorkConsentEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'work_id' })
  workId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text' })
  use: Use;

  /** Minor units; as text, as the driver gives it. */
  @Column({ type: 'bigint' })
  price: string;

  @Column({ type: 'text' })
  currency: Currency;

  @Column({ type: 'integer', name: 'rate_card_version' })
  rateCardVersion: number;

  @Column({ type: 'timestamptz', name: 'given_at', insert: false })
  givenAt: Date;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
