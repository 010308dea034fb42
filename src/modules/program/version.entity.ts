import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VersionKind } from './contract';

/** One published version of one of the four documents. The database refuses to change or delete it. */
@Entity('program_versions')
export class VersionEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text' })
  kind: VersionKind;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'text' })
  hash: string;

  @Column({ type: 'jsonb' })
  content: object;

  @Column({ type: 'text', name: 'published_by' })
  publishedBy: string;

  @Column({ type: 'timestamptz', name: 'published_at' })
  publishedAt: Date;

  /** When it begins to govern. */
  @Column({ type: 'timestamptz', name: 'effective_at' })
  effectiveAt: Date;

  /** Whether it asks for a new consent; meant for terms. */
  @Column({ type: 'boolean', name: 'is_material' })
  isMaterial: boolean;

  /** The cohort that a quota plan is for; null: everybody without a plan of their own. */
  @Column({ type: 'text', name: 'cohort_id', nullable: true })
  cohortId: string | null;
}
