import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { CompensationService } from '../../compensation';
import { account } from '../../ledger';
import { isStaff } from '../awards/award-view.service';
import { grantsRefusals } from '../contract';
import { expenseWorkflow, type ExpenseVerb } from '../domain/expense.workflow';
import type { ExpenseBody } from './event.dto';
import { EventRepository } from './event.repository';
import { SeatRepository } from './seat.repository';

/** What attending cost, claimed by who came and answered by somebody else. */
@Injectable()
export class ExpenseService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly events: EventRepository,
    private readonly seats: SeatRepository,
    private readonly compensation: CompensationService,
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
      const claimed = (await this.seats.expensesOfEvent(tx, event.id))
        .filter((one) => one.seatId === seatId && one.state !== 'declined')
        .reduce((sum, one) => sum + one.amount, 0n);
      if (claimed + amount > event.expenses)
        throw refusal(grantsRefusals, 'over_cap', { left: (event.expenses - claimed).toString() });
      const id = newId('exp');
      const { what, receipt = '' } = body;
      await this.seats.claim(tx, { id, eventId: event.id, seatId, personId: me.id, amount, what, receipt });
      await this.audit.record(tx, me, 'expense.claim', id, { eventId: event.id, amount });
      return { id };
    });
  }

  /** Approves, which is an earning, or declines with reasons. Returns the seat's id. */
  async act(
    once: Once,
    me: Actor,
    id: string,
    verb: ExpenseVerb,
    reasons: string | undefined,
  ): Promise<string> {
    const seen = await this.seats.findExpense(id);
    if (seen === null || !isStaff(me)) throw refusal(grantsRefusals, 'not_found');
    await this.idempotency.run(once, async (tx) => {
      const event = await this.events.lock(tx, seen.eventId);
      const all = (await this.seats.expensesOfEvent(tx, event.id)).filter(
        (one) => one.seatId === seen.seatId,
      );
      const row = all.find((one) => one.id === id) ?? seen;
      const approved = all.reduce((sum, one) => sum + (one.state === 'approved' ? one.amount : 0n), 0n);
      const decision = decide(expenseWorkflow, row.state, verb, me, {
        isOwn: row.personId === me.id,
        hasReasons: reasons !== undefined,
        amount: row.amount,
        left: event.expenses - approved,
      });
      if (decision.kind === 'already') return {};
      if (decision.kind === 'refused')
        throw refusedMove(grantsRefusals, decision.code, expenseWorkflow, row.state, verb);
      const move = { id, verb, from: row.state, to: decision.to, actor: me };
      await this.seats.moveExpense(tx, move, reasons ?? null);
      await this.audit.record(tx, me, `expense.${verb}`, id, { eventId: event.id, amount: row.amount });
      if (verb === 'decline') return {};
      await this.compensation.earn(tx, {
        programId: event.programId,
        personId: row.personId,
        category: 'reimbursement',
        causeType: 'expense',
        causeId: id,
        amount: row.amount,
        currency: event.currency,
        source: account.award(event.id, event.currency),
        rate: null,
        evidence: { eventId: event.id, seatId: row.seatId, what: row.what, receipt: row.receipt },
      });
      return {};
    });
    return seen.seatId;
  }
}
