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
}
