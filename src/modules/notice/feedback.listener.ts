import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import {
  feedbackCredited,
  voidDropped,
  weekSummed,
  type FeedbackCredited,
  type VoidDropped,
  type WeekSummed,
} from '../feedback/contract';
import { NoticeService } from './notice.service';

/** The weekly letter about feedback, credit for it, and pay that nobody takes back. */
@Injectable()
export class FeedbackListener {
  constructor(private readonly notices: NoticeService) {}

  @On(weekSummed)
  async onWeek(tx: Tx, event: DomainEvent<WeekSummed>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(feedbackCredited)
  async onCredited(tx: Tx, event: DomainEvent<FeedbackCredited>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(voidDropped)
  async onVoidDropped(tx: Tx, event: DomainEvent<VoidDropped>): Promise<void> {
    await this.notices.tell(tx, event);
  }
}
