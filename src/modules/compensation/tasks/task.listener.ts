import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import {
  payVoided,
  taskEarned,
  taskSettled,
  type PayVoided,
  type TaskEarned,
  type TaskSettled,
} from '../../feedback';
import { TaskPayService } from './task-pay.service';
import { VoidService } from './void.service';

/** What feedback tells about work that the programme asked for. */
@Injectable()
export class TaskListener {
  constructor(
    private readonly pay: TaskPayService,
    private readonly voids: VoidService,
  ) {}

  @On(taskEarned, 'money')
  async earned(tx: Tx, { payload }: DomainEvent<TaskEarned>): Promise<void> {
    await this.pay.pay(tx, payload);
  }

  @On(taskSettled, 'money')
  async settled(tx: Tx, { payload, at }: DomainEvent<TaskSettled>): Promise<void> {
    await this.pay.topUp(tx, payload, at);
  }

  @On(payVoided, 'money')
  async voided(tx: Tx, { payload }: DomainEvent<PayVoided>): Promise<void> {
    await this.voids.follow(tx, payload);
  }
}
