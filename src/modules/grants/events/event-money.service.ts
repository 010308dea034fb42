import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/database';
import { account, LedgerService } from '../../ledger';
import { eventReserved, eventUnspent } from '../domain/recipes';
import type { EventEntity } from './event.entity';
import { costAtMost } from './event.mapping';

/** What an event can cost is held before anybody registers; what it did not cost goes back. */
@Injectable()
export class EventMoneyService {
  constructor(private readonly ledger: LedgerService) {}

  async hold(tx: Tx, event: EventEntity): Promise<void> {
    const entry = eventReserved({ ...event, budget: costAtMost(event) });
    if (entry !== null) await this.ledger.post(tx, entry);
  }

  async giveBack(tx: Tx, event: EventEntity): Promise<void> {
    const name = account.award(event.id, event.currency);
    const left = (await this.ledger.balances([name], tx)).get(name)?.balance ?? 0n;
    const entry = eventUnspent({ ...event, budget: costAtMost(event) }, left);
    if (entry !== null) await this.ledger.post(tx, entry);
  }
}
