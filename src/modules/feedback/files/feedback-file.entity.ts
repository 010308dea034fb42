import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttachmentType } from '../domain/attachment';

/** A file that goes with feedback (`feedbackId`) or that a task shows (`programId`). Loose ones are removed after a day. */
@Entity('feedback_files')
export class FeedbackFileEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text', name: 'feedback_id', nullable: true })
  feedbackId: string | null;

  @Column({ type: 'text', name: 'program_id', nullable: true })
  programId: string | null;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', name: 'content_type' })
  contentType: AttachmentType;

  @Column({ type: 'bigint' })
  bytes: bigint;

  @Column({ type: 'text' })
  sha256: string;

  @Column({ type: 'text' })
  key: string;

  /** Of a video. */
  @Column({ type: 'double precision', nullable: true })
  seconds: number | null;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;
}
