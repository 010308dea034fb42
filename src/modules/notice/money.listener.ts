import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import { earned, type Earned } from '../compensation/contract';
import { payoutMoved, type PayoutMoved } from '../payouts/contract';
import { goodwillGiven, toppedUp, type GoodwillGiven, type ToppedUp } from '../quota/contract';
import { NoticeService } from './notice.service';

/** What is earned and paid, and credits that come on top. */
@Injectable()
export class MoneyListener {
  constructor(private readonly notices: NoticeService) {}

  @On(earned)
  async onEarned(tx: Tx, event: DomainEvent<Earned>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(toppedUp)
  async onToppedUp(tx: Tx, event: DomainEvent<ToppedUp>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(goodwillGiven)
  async onGoodwillGiven(tx: Tx, event: DomainEvent<GoodwillGiven>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(payoutMoved)
  async onPayoutMoved(tx: Tx, event: DomainEvent<PayoutMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }
}
