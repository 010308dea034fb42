import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import {
  appealMessageSent as saidBesideClip,
  type AppealMessageSent as SaidBesideClip,
} from '../approval/contract';
import {
  appealMessageSent,
  appealMoved,
  statementIssued,
  type AppealMessageSent,
  type AppealMoved,
  type StatementIssued,
} from '../redress/contract';
import { NoticeService } from './notice.service';

/** Decisions and what can be done against them. */
@Injectable()
export class RedressListener {
  constructor(private readonly notices: NoticeService) {}

  @On(statementIssued)
  async onStatementIssued(tx: Tx, event: DomainEvent<StatementIssued>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(appealMoved)
  async onHearingMoved(tx: Tx, event: DomainEvent<AppealMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(saidBesideClip)
  async onSaidBesideClip(tx: Tx, event: DomainEvent<SaidBesideClip>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(appealMessageSent)
  async onAppealMessageSent(tx: Tx, event: DomainEvent<AppealMessageSent>): Promise<void> {
    await this.notices.tell(tx, event);
  }
}
