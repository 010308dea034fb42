import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one generation was promised to cost, and who pays. Whether it is held, spent or free again is the ledger's word. */
@Entity('quota_charges')
export class ChargeEntity {
  @PrimaryColumn({ type: 'text', name: 'generation_id' })
  generationId: string;

  @Column({ type: 'text', name: 'enrollment_id' })
  enrollmentId: string;

  /** The key whose budget pays besides the artist's credits. */
  @Column({ type: 'text', name: 'key_id', nullable: true })
  keyId: string | null;

  /** The programme whose pool pays in place of the artist's own credits. */
  @Column({ type: 'text', name: 'pool_id', nullable: true })
  poolId: string | null;

  @Column({ type: 'bigint' })
  credits: bigint;

  @Column({ type: 'timestamptz' })
  at: Date;
}
