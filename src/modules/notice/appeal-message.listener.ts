import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import { appealMessageSent, type AppealMessageSent } from '../approval/contract';
import { NoticeService } from './notice.service';

/** What is said in an appeal beside the clip. */
@Injectable()
export class AppealMessageListener {
  constructor(private readonly notices: NoticeService) {}

  @On(appealMessageSent)
  async onAppealMessage(tx: Tx, event: DomainEvent<AppealMessageSent>): Promise<void> {
    await this.notices.tell(tx, event);
  }
}
