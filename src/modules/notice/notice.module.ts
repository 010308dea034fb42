import { Module } from '@nestjs/common';
import { AccountListener } from './account.listener';
import { MailProcessor } from './mails/mail.processor';
import { MailRepository } from './mails/mail.repository';
import { MailService } from './mails/mail.service';
import { OutboxController } from './mails/outbox.controller';
import { KeyListener } from './key.listener';
import { MoneyListener } from './money.listener';
import { NoticeController } from './notice.controller';
import { NoticeRepository } from './notice.repository';
import { NoticeService } from './notice.service';
import { WorkListener } from './work.listener';

/** Tells people what happened, in the portal and by mail. It listens; nobody calls it. */
@Module({
  controllers: [NoticeController, OutboxController],
  providers: [
    AccountListener,
    MailProcessor,
    MailRepository,
    MailService,
    KeyListener,
    MoneyListener,
    NoticeRepository,
    NoticeService,
    WorkListener,
  ],
})
export class NoticeModule {}
