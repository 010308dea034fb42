import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Settings } from '../../../platform/config/settings';
import { Database, type Tx } from '../../../platform/db/database';
import { Mailer } from '../../../platform/mail/mailer';
import { QueueService } from '../../../platform/queue/queue.service';
import { MailTokens } from '../../access';
import { noticeRefusals } from '../contract';
import type { Letter } from '../domain/letter';
import { afterFailure } from '../domain/retry';
import { sendMail } from './mail.jobs';
import { MailRepository, type ClaimedMail } from './mail.repository';
import { outboxMailView, type OutboxMailView } from './outbox.dto';

const LONGEST_ERROR = 500;

function faultOf(error: unknown): { code: number | null; message: string } {
  const { responseCode, message } = error as { responseCode?: unknown; message?: unknown };
  return {
    code: typeof responseCode === 'number' ? responseCode : null,
    message: String(message).slice(0, LONGEST_ERROR),
  };
}

/** Mails on their way: written with the notice, handed over at least once under one Message-ID. */
@Injectable()
export class MailService {
  private readonly log = new Logger('mail');

  constructor(
    private readonly db: Database,
    private readonly mails: MailRepository,
    private readonly mailer: Mailer,
    private readonly queue: QueueService,
    private readonly tokens: MailTokens,
    private readonly settings: Settings,
  ) {}

  /** Writes a mail as part of the caller's transaction; it leaves soon after the commit. */
  async write(tx: Tx, noticeId: string, toAddress: string, { subject, text }: Letter): Promise<void> {
    const id = newId('mai');
    await this.mails.insert(tx, { id, noticeId, toAddress, subject, text });
    tx.afterCommit(() => void this.remind(id, 0).catch((error: unknown) => this.log.warn(error)));
  }

  /** Hands one mail over, if it is due and nobody else does. A server that is away is tried again later, not thrown. */
  async deliver(mailId: string): Promise<void> {
    const mail = await this.db.tx((tx) => this.mails.claim(tx, mailId));
    if (mail === null) return;
    try {
      await this.mailer.send({
        id: mail.id,
        to: mail.toAddress,
        subject: mail.subject,
        text: this.tokens.fill(mail.text),
      });
    } catch (error) {
      await this.failed(mail, faultOf(error));
      return;
    }
    await this.db.tx((tx) =>
      this.mails.move(tx, { id: mail.id, verb: 'send', from: 'queued', to: 'sent', actor: SYSTEM }),
    );
  }

  /** Reminds the queue of every mail that is due; how many. */
  async sweep(): Promise<number> {
    const due = await this.mails.listDue();
    for (const { id, attempts } of due) await this.remind(id, attempts);
    return due.length;
  }

  /** Mails of an installation without a mail server, newest first. Refuses `outbox_off` where there is one. */
  async outbox({
    cursor,
    limit,
  }: {
    cursor?: string | undefined;
    limit: number;
  }): Promise<Page<OutboxMailView>> {
    if (this.settings.smtpUrl !== undefined) throw refusal(noticeRefusals, 'outbox_off');
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    return toPage(
      await this.mails.list(before, limit + 1),
      limit,
      (row) => [row.id],
      (row) => outboxMailView({ ...row, text: this.tokens.show(row.text) }),
    );
  }

  private async remind(id: string, attempts: number): Promise<void> {
    await this.queue.add({ kind: sendMail, id: `${id}.${attempts}`, data: { mailId: id } });
  }

  private async failed(
    mail: ClaimedMail,
    { code, message }: { code: number | null; message: string },
  ): Promise<void> {
    const next = afterFailure(mail.attempts, code);
    this.log.warn({ mail: mail.id, attempts: mail.attempts, message, next: next.kind });
    await this.db.tx(async (tx) => {
      const pause = next.kind === 'wait' ? next.milliseconds : 0;
      await this.mails.postpone(tx, mail.id, pause, message);
      if (next.kind === 'wait') return;
      const note = { message };
      await this.mails.move(tx, {
        id: mail.id,
        verb: 'giveUp',
        from: 'queued',
        to: 'failed',
        actor: SYSTEM,
        note,
      });
    });
  }
}
