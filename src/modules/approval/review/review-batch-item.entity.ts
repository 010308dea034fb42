import { Column, Entity, PrimaryColumn } from 'typeorm';

export type BatchResult = 'done' | 'refused' | 'undone';

/** One submission of a batch; without a result it has not been reached yet. */
@Entity('approval_batch_items')
export class ReviewBatchItemEntity {
  @PrimaryColumn({ type: 'text', name: 'batch_id' })
  batchId: string;

  @PrimaryColumn({ type: 'integer' })
  place: number;

  @Column({ type: 'text', name: 'submission_id' })
  submissionId: string;

  @Column({ type: 'text', nullable: true })
  result: BatchResult | null;

  /** Code of the refusal. */
  @Column({ type: 'text', nullable: true })
  code: string | null;
}
