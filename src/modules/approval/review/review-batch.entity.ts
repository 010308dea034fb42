import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StatementDraft } from '../domain/statement';
import type { StagedVerb } from '../domain/staged';

/** What comes with the verdict of a batch: the same for all of it. */
export interface BatchWords {
  readonly note?: string;
  readonly statement?: StatementDraft;
}

/** One verdict over several submissions. */
@Entity('approval_batches')
export class ReviewBatchEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'reviewer_id' })
  reviewerId: string;

  @Column({ type: 'text' })
  verb: StagedVerb;

  @Column({ type: 'jsonb' })
  input: BatchWords;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
