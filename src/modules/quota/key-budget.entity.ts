import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What quota knows of an API key: its family and whether a budget bounds it. A key without a row may not submit yet. */
@Entity('quota_key_budgets')
export class KeyBudgetEntity {
  @PrimaryColumn({ type: 'text', name: 'key_id' })
  keyId: string;

  @Column({ type: 'text', name: 'family_id' })
  familyId: string;

  /** Credits the family may spend in its life; `null`: unbounded. */
  @Column({ type: 'bigint', nullable: true })
  budget: bigint | null;

  @Column({ type: 'timestamptz' })
  at: Date;
}
