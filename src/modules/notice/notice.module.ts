import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { AccountListener } from './account.listener';
import { MailProcessor } from './mails/mail.processor';
import { MailRepository } from './mails/mail.repository';
import { MailService } from './mails/mail.service';
import { OutboxController } from './mails/outbox.controller';
import { KeyListener } from './key.listener';
import { GrantListener } from './grant.listener';
import { ReadingListener } from './reading.listener';
import { TaskNoticeListener } from './task.listener';
import { MoneyListener } from './money.listener';
import { FeedbackListener } from './feedback.listener';
import { PayListener } from './pay.listener';
import { NoticeController } from './notice.controller';
import { NoticeRepository } from './notice.repository';
import { NoticeService } from './notice.service';
import { WebhookController } from './webhooks/webhook.controller';
import { WebhookDeliveryRepository } from './webhooks/webhook-delivery.repository';
import { WebhookFan } from './webhooks/webhook-fan.service';
import { WebhookLeakListener } from './webhooks/webhook-leak.listener';
import { WebhookLog } from './webhooks/webhook-log.service';
import { WebhookProcessor } from './webhooks/webhook.processor';
import { WebhookRepository } from './webhooks/webhook.repository';
import { WebhookRights } from './webhooks/webhook-rights.service';
import { WebhookSecrets } from './webhooks/webhook-secrets.service';
import { WebhookRows, WebhookSender } from './webhooks/webhook-sender.service';
import { WebhookService } from './webhooks/webhook.service';
import { RedressListener } from './redress.listener';
import { WorkListener } from './work.listener';

/** Tells people what happened, in the portal and by mail. It listens; nobody calls it. */
@Module({
  imports: [AccessModule, AuditModule],
  controllers: [NoticeController, OutboxController, WebhookController],
  providers: [
    AccountListener,
    MailProcessor,
    MailRepository,
    MailService,
    KeyListener,
    MoneyListener,
    PayListener,
    FeedbackListener,
    GrantListener,
    ReadingListener,
    TaskNoticeListener,
    NoticeRepository,
    NoticeService,
    WebhookDeliveryRepository,
    WebhookFan,
    WebhookLeakListener,
    WebhookLog,
    WebhookProcessor,
    WebhookRepository,
    WebhookRights,
    WebhookRows,
    WebhookSecrets,
    WebhookSender,
    WebhookService,
    RedressListener,
    WorkListener,
  ],
})
export class NoticeModule {}
