import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Currency } from '../../kernel/money';
import type { AccountName } from '../ledger';
import type { Category } from './contract';
import type { EarningState } from './domain/earning.workflow';

/** Money owed to one artist for one fact. */
@Entity('compensation_earnings')
export class EarningEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text' })
  category: Category;

  @Column({ type: 'text', name: 'cause_type' })
  causeType: string;

  @Column({ type: 'text', name: 'cause_id' })
  causeId: string;

  @Column({ type: 'bigint' })
  amount: bigint;

  @Column({ type: 'text' })
  currency: Currency;

  /** The ledger account that pays. */
  @Column({ type: 'text' })
  source: AccountName;

  @Column({ type: 'integer', name: 'rate_card_version', nullable: true })
  rateCardVersion: number | null;

  @Column({ type: 'text', name: 'rate_item', nullable: true })
  rateItem: string | null;

  @Column({ type: 'jsonb' })
  evidence: Record<string, unknown>;

  @Column({ type: 'text' })
  state: EarningState;

  @Column({ type: 'text', name: 'payout_id', nullable: true })
  payoutId: string | null;

  @Column({ type: 'timestamptz', name: 'earned_at', insert: false })
  earnedAt: Date;

  @Column({ type: 'timestamptz', name: 'due_at', insert: false })
  dueAt: Date;

  /** The promise of the rate card when it was earned. */
  @Column({ type: 'timestamptz', name: 'pay_by', insert: false })
  payBy: Date;

  /** What each day after that adds, hundredths of a percent; as the card said when it was earned. */
  @Column({ type: 'integer', name: 'late_basis_points' })
  lateBasisPoints: number;

  /** Where the income is from; `null`: not known yet. */
  @Column({ type: 'text', name: 'source_country', nullable: true })
  sourceCountry: string | null;

  /** Minor units of tax that are passed on instead of paid. */
  @Column({ type: 'bigint' })
  withheld: bigint;

  /** How often that was worked out anew. */
  @Column({ type: 'integer', name: 'tax_revision' })
  taxRevision: number;

  @Column({ type: 'timestamptz', name: 'paid_at', nullable: true })
  paidAt: Date | null;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
