import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import {
  taskOffered,
  taskSeatMoved,
  taskTimeSet,
  type TaskOffered,
  type TaskSeatMoved,
  type TaskTimeSet,
} from '../feedback/contract';
import { NoticeService } from './notice.service';

/** Work that the programme asks for. */
@Injectable()
export class TaskNoticeListener {
  constructor(private readonly notices: NoticeService) {}

  @On(taskOffered)
  async onOffered(tx: Tx, event: DomainEvent<TaskOffered>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(taskSeatMoved)
  async onSeatMoved(tx: Tx, event: DomainEvent<TaskSeatMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(taskTimeSet)
  async onTimeSet(tx: Tx, event: DomainEvent<TaskTimeSet>): Promise<void> {
    await this.notices.tell(tx, event);
  }
}
