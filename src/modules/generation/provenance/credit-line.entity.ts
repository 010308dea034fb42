import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The name an artist wants in the manifests of their clips of one programme. No row: they want none. */
@Entity('generation_credit_lines')
export class CreditLineEntity {
  @PrimaryColumn({ type: 'text', name: 'enrollment_id' })
  enrollmentId: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
