import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import { QueueService } from '../../../platform/queue/queue.service';
import { MAKE_PICTURES } from '../approval.jobs';
import { workPublished, type WorkPublished } from '../contract';

/** A new work gets its pictures before anybody asks for them; should the reminder be lost, the first visitor makes them. */
@Injectable()
export class PictureListener {
  constructor(private readonly queue: QueueService) {}

  @On(workPublished)
  async onWorkPublished(tx: Tx, { payload: { workId } }: DomainEvent<WorkPublished>): Promise<void> {
    tx.afterCommit(() => {
      this.queue.add({ kind: MAKE_PICTURES, id: workId, data: { workId } }).catch(() => undefined);
    });
  }
}
