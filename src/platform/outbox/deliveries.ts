import { Injectable } from '@nestjs/common';
import { Database } from '../db/database';
import { Handles } from '../queue/job.registry';
import { ListenerRegistry } from './listener.registry';
import { RECEIVE } from './outbox.sql';
import { DELIVER, type Delivery } from './relay';

/** Hands one event to one listener: the receipt and the listener's effect are one transaction. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly db: Database,
    private readonly listeners: ListenerRegistry,
  ) {}

  @Handles(DELIVER.default)
  async deliver({ event, listener }: Delivery): Promise<void> {
    const target = this.listeners.find(listener);
    if (target === undefined) return; // a listener of an older release: nobody is left to be told
    await this.db.tx(async (tx) => {
      const [row] = await tx.query<{ id: string; name: string; payload: object; at: Date }>(RECEIVE, [
        event,
        listener,
      ]);
      if (row !== undefined) await target.call(tx, row);
    });
  }

  @Handles(DELIVER.money)
  async deliverMoney(delivery: Delivery): Promise<void> {
    await this.deliver(delivery);
  }

  @Handles(DELIVER.mail)
  async deliverMail(delivery: Delivery): Promise<void> {
    await this.deliver(delivery);
  }
}
