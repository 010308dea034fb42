import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { isStaff } from '../awards/award-view.service';
import { grantsRefusals } from '../contract';
import type { ExpenseAnswerVerb } from '../domain/expense.workflow';
import { EventRepository } from './event.repository';
import type { ExpenseAnswer, ExpenseBody } from './expense.dto';
import { ExpenseStepService } from './expense-step.service';
import { ExpenseRepository } from './expense.repository';
import { SeatRepository } from './seat.repository';

/** What attending cost, claimed by who came and answered by somebody else. */
@Injectable()
export class ExpenseService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly events: EventRepository,
    private readonly seats: SeatRepository,
    private readonly expenses: ExpenseRepository,
    private readonly steps: ExpenseStepService,
    private readonly audit: AuditService,
  ) {}

  /** Refuses `not_attended` before the seat's owner was marked as there, `over_cap` beyond what was announced. */
  async claim(once: Once, me: Actor, seatId: string, body: ExpenseBody): Promise<void> {
    const seat = await this.seats.find(seatId);
    if (seat === null || seat.personId !== me.id) throw refusal(grantsRefusals, 'not_found');
    await this.idempotency.run(once, async (tx) => {
      const event = await this.events.lock(tx, seat.eventId);
      if (event.state === 'settled' || event.state === 'cancelled')
        throw refusal(grantsRefusals, 'event_over');
      const now = (await this.seats.ofEvent(tx, event.id)).find(({ id }) => id === seatId);
      if (now?.state !== 'attended') throw refusal(grantsRefusals, 'not_attended');
      const amount = BigInt(body.amount);
      const claimed = (await this.expenses.ofEvent(tx, event.id))
        .filter((one) => one.seatId === seatId && one.state !== 'declined')
        .reduce((sum, one) => sum + one.amount, 0n);
      if (claimed + amount > event.expenses)
        throw refusal(grantsRefusals, 'over_cap', { left: (event.expenses - claimed).toString() });
      const id = newId('exp');
      const { what, receipt = '' } = body;
      await this.expenses.insert(tx, {
        id,
        eventId: event.id,
        seatId,
        personId: me.id,
        amount,
        what,
        receipt,
      });
      await this.audit.record(tx, me, 'expense.claim', id, { eventId: event.id, amount });
      return { id };
    });
  }

  /** Approves, which is an earning, or declines, which has its statement of reasons. Returns the seat's id. */
  async act(
    once: Once,
    me: Actor,
    id: string,
    verb: ExpenseAnswerVerb,
    { reason, reasons }: ExpenseAnswer,
  ): Promise<string> {
    const seen = await this.expenses.find(id);
    if (seen === null || !isStaff(me)) throw refusal(grantsRefusals, 'not_found');
    const given = verb === 'decline' && {
      ...(reason && { reason }),
      ...(reasons && { answer: reasons.trim() }),
    };
    await this.idempotency.run(once, async (tx) => {
      await this.steps.take(tx, me, id, verb, given || {});
      return {};
    });
    return seen.seatId;
  }
}
