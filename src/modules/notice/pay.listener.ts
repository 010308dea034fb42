import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import {
  earningReversed,
  taxFormMoved,
  type EarningReversed,
  type TaxFormMoved,
} from '../compensation/contract';
import { recipientMoved, type RecipientMoved } from '../payouts/contract';
import { NoticeService } from './notice.service';

/** Corrections of earnings, tax forms, and accounts that money arrives at. */
@Injectable()
export class PayListener {
  constructor(private readonly notices: NoticeService) {}

  @On(earningReversed)
  async onReversed(tx: Tx, event: DomainEvent<EarningReversed>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(taxFormMoved)
  async onForm(tx: Tx, event: DomainEvent<TaxFormMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(recipientMoved)
  async onRecipient(tx: Tx, event: DomainEvent<RecipientMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }
}
