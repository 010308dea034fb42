import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FeedbackState } from './domain/feedback.workflow';
import type { Marker } from './domain/markers';
import type { DeclineReason, FeedbackType, Ratings, Sentiment } from './domain/words';

/** One item of feedback. */
@Entity('feedback_items')
export class FeedbackEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text', name: 'generation_id', nullable: true })
  generationId: string | null;

  @Column({ type: 'text' })
  type: FeedbackType;

  @Column({ type: 'text' })
  state: FeedbackState;

  @Column({ type: 'text' })
  body: string;

  /** Not loaded with the row: only `FeedbackRepository.sentiments` reads it, for the author alone. */
  @Column({ type: 'text', nullable: true, select: false })
  sentiment?: Sentiment | null;

  @Column({ type: 'jsonb' })
  ratings: Ratings;

  @Column({ type: 'jsonb' })
  markers: Marker[];

  /** What the programme said last: the answer that closed it, or the question that is open. */
  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Column({ type: 'text', nullable: true })
  reason: DeclineReason | null;

  @Column({ type: 'text', name: 'original_id', nullable: true })
  originalId: string | null;

  @Column({ type: 'text', name: 'shipped_in', nullable: true })
  shippedIn: string | null;

  /** What the artist added when asked. */
  @Column({ type: 'text', nullable: true })
  info: string | null;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt: Date;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
