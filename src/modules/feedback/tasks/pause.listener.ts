import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import { pausedSeconds, pauseMoved, type PauseMoved } from '../../program';
import { TaskRepository } from './task.repository';

/** Tasks ask for clips, and none is made in a pause: whoever has one to do gets that time once more. */
@Injectable()
export class TaskPauseListener {
  constructor(private readonly tasks: TaskRepository) {}

  @On(pauseMoved)
  async extend(tx: Tx, { payload }: DomainEvent<PauseMoved>): Promise<void> {
    const { programId, startsAt, to } = payload;
    if (to === 'active') await this.tasks.extend(tx, programId, new Date(startsAt), pausedSeconds(payload));
  }
}
