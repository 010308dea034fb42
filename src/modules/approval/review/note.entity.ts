import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Region } from '../domain/region';

/** What a reviewer noted at a frame or over a range. */
@Entity('approval_notes')
export class NoteEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'submission_id' })
  submissionId: string;

  @Column({ type: 'text', name: 'author_id' })
  authorId: string;

  @Column({ type: 'double precision', name: 'at_seconds' })
  at: number;

  @Column({ type: 'double precision', name: 'until_seconds', nullable: true })
  until: number | null;

  @Column({ type: 'jsonb', nullable: true })
  region: Region | null;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'boolean', name: 'is_for_artist' })
  isForArtist: boolean;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
