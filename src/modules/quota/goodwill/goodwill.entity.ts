import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Evidence, GoodwillCause } from '../domain/recipes';

/** Credits that came back for one clip, with why. One row for each clip at most. */
@Entity('quota_goodwill')
export class GoodwillEntity {
  @PrimaryColumn({ type: 'text', name: 'generation_id' })
  generationId: string;

  @Column({ type: 'text', name: 'enrollment_id' })
  enrollmentId: string;

  @Column({ type: 'text' })
  cause: GoodwillCause;

  @Column({ type: 'text' })
  shot: string;

  @Column({ type: 'bigint' })
  credits: bigint;

  @Column({ type: 'jsonb' })
  evidence: Evidence;

  @Column({ type: 'timestamptz' })
  at: Date;
}
