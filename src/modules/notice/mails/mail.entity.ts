import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MailState } from '../domain/mail.workflow';

/** The mail of a notice. Its id becomes the Message-ID. */
@Entity('notice_mails')
export class MailEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'notice_id' })
  noticeId: string;

  @Column({ type: 'text', name: 'to_address' })
  toAddress: string;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'text' })
  state: MailState;

  @Column({ type: 'integer' })
  attempts: number;

  /** When it may be tried again; while a worker is at it, the time after which that worker counts as dead. */
  @Column({ type: 'timestamptz', name: 'next_try_at' })
  nextTryAt: Date;

  @Column({ type: 'text', name: 'last_error', nullable: true })
  lastError: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
