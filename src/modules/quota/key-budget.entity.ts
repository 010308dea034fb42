import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What quota knows of an API key: whether a budget bounds it. A key without a row may not submit yet. */
@Entity('quota_key_budgets')
export class KeyBudgetEntity {
  @PrimaryColumn({ type: 'text', name: 'key_id' })
  keyId: string;

  /** The first key of its family, whose account all of them share. */
  @Column({ type: 'text', name: 'family_id', nullable: true })
  familyId: string | null;

  /** Credits it may spend in its life; `null`: unbounded. */
  @Column({ type: 'bigint', nullable: true })
  budget: bigint | null;

  @Column({ type: 'timestamptz' })
  at: Date;
}
