import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The variations of one request. */
@Entity('generation_batches')
export class BatchEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'enrollment_id' })
  enrollmentId: string;

  @Column({ type: 'integer' })
  variations: number;

  @Column({ type: 'timestamptz' })
  at: Date;
}
