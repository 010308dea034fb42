import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/database';
import { LedgerService } from '../../ledger';
import { CalendarService } from '../../program';
import { reserved, unspent } from '../domain/recipes';
import type { CallEntity } from './call.entity';

/** What a call promises before anybody applies: its money, held, and its two dates in the programme's calendar. */
@Injectable()
export class CallPromiseService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly calendar: CalendarService,
  ) {}

  /** Refuses `ledger.insufficient` (402) when the fund does not hold the budget. */
  async make(tx: Tx, call: CallEntity): Promise<void> {
    await this.ledger.post(tx, reserved(call));
    const { id, programId, title, closesAt, decidesAt } = call;
    const link = `/calls/${id}`;
    await this.calendar.keep(tx, programId, {
      key: `call-${id}-closes`,
      title: `Hand in by: ${title}`,
      at: closesAt,
      link,
    });
    await this.calendar.keep(tx, programId, {
      key: `call-${id}-decides`,
      title: `Answer by: ${title}`,
      at: decidesAt,
      link,
    });
  }

  /** What was not awarded goes back; the dates of a cancelled call leave the calendar. */
  async end(tx: Tx, call: CallEntity, isCancelled: boolean): Promise<void> {
    const entry = unspent(call);
    if (entry !== null) await this.ledger.post(tx, entry);
    if (!isCancelled) return;
    await this.calendar.drop(tx, call.programId, `call-${call.id}-closes`);
    await this.calendar.drop(tx, call.programId, `call-${call.id}-decides`);
  }
}
