import { ApiProperty } from '@nestjs/swagger';
import { MAIL_STATES, type MailState } from '../domain/mail.workflow';
import type { MailEntity } from './mail.entity';

/** A mail in the outbox of an installation without a mail server. */
export class OutboxMailView {
  /** Id; also the name of its file in the outbox folder, and its Message-ID. */
  id: string;

  /** Whom it is for. */
  to: string;

  subject: string;

  /** The whole letter. */
  text: string;

  @ApiProperty({ enum: MAIL_STATES })
  state: MailState;

  /** How often it was handed over or tried to. */
  attempts: number;

  /** What went wrong last; null: nothing. */
  @ApiProperty({ type: String, nullable: true })
  lastError: string | null;

  /** When it was written. */
  createdAt: string;
}

export class OutboxPage {
  @ApiProperty({ type: OutboxMailView, isArray: true })
  items: OutboxMailView[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export function outboxMailView(row: MailEntity): OutboxMailView {
  const { id, toAddress, subject, text, state, attempts, lastError, createdAt } = row;
  return { id, to: toAddress, subject, text, state, attempts, lastError, createdAt: createdAt.toISOString() };
}
