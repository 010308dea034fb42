import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FeedbackState } from './domain/feedback.workflow';
import type { Marker } from './domain/markers';
import type { ClipParameters } from './domain/parameters';
import type {
  DeclineReason,
  FeedbackOrigin,
  FeedbackType,
  Ratings,
  Sentiment,
  Severity,
} from './domain/words';

export interface HeldDecline {
  readonly actId: string;
  readonly reason: DeclineReason;
  readonly answer: string;
}

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

  /** One line; the first of the text where the artist gave none. */
  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'text' })
  severity: Severity;

  @Column({ type: 'text' })
  origin: FeedbackOrigin;

  /** Filed without the author's name: staff see a pseudonym, and nothing that leads to the person. */
  @Column({ type: 'boolean', name: 'is_private' })
  isPrivate: boolean;

  /** What the earning is called; the id unless the item is private. Never shown to staff. */
  @Column({ type: 'text', name: 'pay_ref' })
  payRef: string;

  /** Of the clip, attached by themselves. */
  @Column({ type: 'jsonb', nullable: true })
  parameters: ClipParameters | null;

  @Column({ type: 'text', array: true })
  tags: string[];

  /** The item its author had been shown before sending, and thought the same. */
  @Column({ type: 'text', name: 'similar_to', nullable: true })
  similarTo: string | null;

  @Column({ type: 'integer' })
  weight: number;

  /** How many artists said it. */
  @Column({ type: 'integer' })
  popularity: number;

  /** Weight × popularity. */
  @Column({ type: 'integer', insert: false, update: false })
  impact: number;

  @Column({ type: 'tsvector', select: false, insert: false, update: false })
  search?: unknown;

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

  /** Declined by one person, and waiting for a second look before its artist is told. */
  @Column({ type: 'jsonb', nullable: true })
  declining: HeldDecline | null;

  /** How long it took its artist, by their own word. */
  @Column({ type: 'integer', name: 'minutes_claimed', nullable: true })
  minutesClaimed: number | null;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt: Date;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
