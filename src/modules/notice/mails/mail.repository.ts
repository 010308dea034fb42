import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import { MailEntity } from './mail.entity';

const TABLES = { table: 'notice_mails', history: 'notice_mails_history' } as const;

export type NewMail = Pick<MailEntity, 'id' | 'noticeId' | 'toAddress' | 'subject' | 'text'>;

/**
 * Caller: MailService.deliver, before it speaks to the mail server.
 * Index: primary key.
 * Twice: the second finds next_try_at in the future: one worker at a time, and two minutes after a crash another one.
 */
const CLAIM = `
  UPDATE notice_mails SET attempts = attempts + 1, next_try_at = now() + interval '2 minutes', updated_at = now()
  WHERE id = $1 AND state = 'queued' AND next_try_at <= now()
  RETURNING id, to_address AS "toAddress", subject, text, attempts`;

/**
 * Caller: MailService.sweep: what no job will remind of, retries included.
 * Index: notice_mails_due.
 * Twice: reading only; CLAIM decides.
 */
const LIST_DUE = `
  SELECT id, attempts FROM notice_mails WHERE state = 'queued' AND next_try_at <= now() - interval '5 seconds'
  ORDER BY next_try_at LIMIT 200`;

export type ClaimedMail = Pick<MailEntity, 'id' | 'toAddress' | 'subject' | 'text' | 'attempts'>;

@Injectable()
export class MailRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, { id, noticeId, toAddress, subject, text }: NewMail): Promise<void> {
    const sql = `INSERT INTO notice_mails (id, notice_id, to_address, subject, text, state) VALUES ($1, $2, $3, $4, $5, 'queued')`;
    await tx.run(sql, [id, noticeId, toAddress, subject, text]);
  }

  /** Takes the mail for two minutes; `null`: it left, was given up, waits for its next try, or somebody else has it. */
  async claim(tx: Tx, id: string): Promise<ClaimedMail | null> {
    return (await tx.query<ClaimedMail>(CLAIM, [id]))[0] ?? null;
  }

  async listDue(): Promise<{ id: string; attempts: number }[]> {
    return this.db.read(LIST_DUE);
  }

  /** Notes why it did not leave, and when it is tried again. */
  async postpone(tx: Tx, id: string, milliseconds: number, error: string): Promise<void> {
    await tx.run(
      `UPDATE notice_mails SET next_try_at = now() + make_interval(secs => $2), last_error = $3, updated_at = now()
       WHERE id = $1 AND state = 'queued'`,
      [id, milliseconds / 1_000, error],
    );
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** Newest first: up to `limit` older than the mail `before`. */
  async list(before: string | null, limit: number): Promise<MailEntity[]> {
    const mails = this.db.manager
      .createQueryBuilder(MailEntity, 'mail')
      .orderBy('mail.id', 'DESC')
      .limit(limit);
    if (before !== null) mails.andWhere('mail.id < :before', { before });
    return mails.getMany();
  }
}
