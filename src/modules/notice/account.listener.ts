import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import { personCreated, type PersonCreated, keyStopped, type KeyStopped } from '../access/contract';
import {
  applicationMoved,
  type ApplicationMoved,
  enrollmentMoved,
  type EnrollmentMoved,
} from '../enrollment/contract';
import { webhookDisabled, type WebhookDisabled } from './contract';
import { NoticeService } from './notice.service';

/** Accounts, keys, and being in a programme. */
@Injectable()
export class AccountListener {
  constructor(private readonly notices: NoticeService) {}

  @On(personCreated)
  async onPersonCreated(tx: Tx, event: DomainEvent<PersonCreated>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(keyStopped)
  async onKeyStopped(tx: Tx, event: DomainEvent<KeyStopped>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(applicationMoved)
  async onApplicationMoved(tx: Tx, event: DomainEvent<ApplicationMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(enrollmentMoved)
  async onEnrollmentMoved(tx: Tx, event: DomainEvent<EnrollmentMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(webhookDisabled)
  async onWebhookDisabled(tx: Tx, event: DomainEvent<WebhookDisabled>): Promise<void> {
    await this.notices.tell(tx, event);
  }
}
