import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/database';
import { account, LedgerService } from '../../ledger';
import { CalendarService } from '../../program';
import { eventReserved, eventUnspent } from '../domain/recipes';
import type { EventEntity } from './event.entity';
import { costAtMost } from './event.mapping';

/** What an event can cost is held before anybody registers, what it did not cost goes back; its date stands in the calendar. */
@Injectable()
export class EventMoneyService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly calendar: CalendarService,
  ) {}

  async hold(tx: Tx, event: EventEntity): Promise<void> {
    const entry = eventReserved({ ...event, budget: costAtMost(event) });
    if (entry !== null) await this.ledger.post(tx, entry);
    const { id, programId, title, startsAt: at } = event;
    await this.calendar.keep(tx, programId, { key: `event-${id}`, title, at, link: `/events/${id}` });
  }

  async giveBack(tx: Tx, event: EventEntity): Promise<void> {
    const name = account.award(event.id, event.currency);
    const left = (await this.ledger.balances([name], tx)).get(name)?.balance ?? 0n;
    const entry = eventUnspent({ ...event, budget: costAtMost(event) }, left);
    if (entry !== null) await this.ledger.post(tx, entry);
    if (event.endsAt.getTime() > Date.now())
      await this.calendar.drop(tx, event.programId, `event-${event.id}`);
  }
}
