import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RouteLine } from '../domain/routing';
import type { Unhonoured } from '../domain/unhonoured';

/** What was asked for besides the fields of a clip, and who was chosen to make it. Batches without one asked for nothing. */
@Entity('generation_briefs')
export class BriefEntity {
  @PrimaryColumn({ type: 'text', name: 'batch_id' })
  batchId: string;

  @Column({ type: 'text', name: 'style_id', nullable: true })
  styleId: string | null;

  /** The clip that this one remixes. */
  @Column({ type: 'text', name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column({ type: 'text', name: 'reference_id', nullable: true })
  referenceId: string | null;

  /** Why this provider; `null` when there was no choice. */
  @Column({ type: 'jsonb', nullable: true })
  route: readonly RouteLine[] | null;

  @Column({ type: 'jsonb' })
  unhonoured: readonly Unhonoured[];
}
