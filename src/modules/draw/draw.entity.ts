import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DrawKind } from './contract';
import type { DrawState } from './domain/draw.workflow';

/** A draw. `entries` is the published list, one a line; the seed before its reveal stands elsewhere. */
@Entity('draw_draws')
export class DrawEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  kind: DrawKind;

  @Column({ type: 'text', name: 'subject_id' })
  subjectId: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'integer' })
  places: number;

  @Column({ type: 'text', name: 'seed_hash' })
  seedHash: string;

  @Column({ type: 'timestamptz', name: 'committed_at', insert: false })
  committedAt: Date;

  /** Not read with lists: up to some megabytes. */
  @Column({ type: 'text', nullable: true, select: false })
  entries: string | null;

  @Column({ type: 'integer', name: 'entry_count', nullable: true })
  entryCount: number | null;

  @Column({ type: 'text', name: 'list_digest', nullable: true })
  listDigest: string | null;

  @Column({ type: 'timestamptz', name: 'frozen_at', nullable: true })
  frozenAt: Date | null;

  @Column({ type: 'text', nullable: true })
  seed: string | null;

  @Column({ type: 'timestamptz', name: 'revealed_at', nullable: true })
  revealedAt: Date | null;

  @Column({ type: 'text' })
  state: DrawState;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}

/** The published list of a row that was read with it. */
export function entriesOf({ entries }: Pick<DrawEntity, 'entries'>): string[] {
  return entries === null || entries === '' ? [] : entries.split('\n');
}
