import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience, Label } from '../domain/audience';
import type { Byline } from '../domain/farewell';
import type { Licence } from '../domain/licence';
import type { MadeWith } from '../domain/shown-work';

/** A published submission. It is public while it is listed (the artist's switch) and not taken down (a decision). */
@Entity('approval_works')
export class WorkEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'submission_id' })
  submissionId: string;

  @Column({ type: 'text', name: 'generation_id' })
  generationId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text' })
  slug: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  description: string;

  @Column({ type: 'text', array: true })
  labels: Label[];

  @Column({ type: 'text' })
  audience: Audience;

  @Column({ type: 'text' })
  licence: Licence;

  @Column({ type: 'text', array: true })
  tags: string[];

  @Column({ type: 'text', name: 'co_authors', array: true })
  coAuthors: string[];

  @Column({ type: 'text' })
  byline: Byline;

  /** Of the clip, copied at publication: they never change. `null`: from before what made a clip was noted. */
  @Column({ type: 'text', name: 'made_with', nullable: true })
  madeWith: MadeWith;

  @Column({ type: 'integer' })
  width: number;

  @Column({ type: 'integer' })
  height: number;

  @Column({ type: 'integer' })
  fps: number;

  @Column({ type: 'double precision' })
  seconds: number;

  @Column({ type: 'boolean', name: 'is_listed' })
  isListed: boolean;

  @Column({ type: 'boolean', name: 'is_taken_down' })
  isTakenDown: boolean;

  /** What it says of itself as JSON, written by a trigger: lists read this alone. */
  @Column({ type: 'text', select: false, insert: false, update: false })
  card?: string;

  @Column({ type: 'timestamptz', name: 'published_at' })
  publishedAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
