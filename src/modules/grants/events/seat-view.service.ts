import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { available } from '../../../kernel/workflow';
import { moneyView } from '../../../platform/http/money.dto';
import { PeopleService } from '../../access';
import { isStaff } from '../awards/award-view.service';
import { grantsRefusals } from '../contract';
import { EXPENSE_ANSWERS, expenseWorkflow } from '../domain/expense.workflow';
import { SEAT_VERBS, seatWorkflow } from '../domain/seat.workflow';
import type { SeatPage, SeatView } from './event.dto';
import type { EventEntity } from './event.entity';
import { EventRepository } from './event.repository';
import type { ExpenseView } from './expense.dto';
import { ExpenseRepository, type ExpenseRow } from './expense.repository';
import { SeatRepository, type SeatRow } from './seat.repository';

interface Asked {
  readonly cursor?: string;
  readonly limit: number;
}

/** Seats as their owner and those who run the event see them. */
@Injectable()
export class SeatViewService {
  constructor(
    private readonly events: EventRepository,
    private readonly seats: SeatRepository,
    private readonly expenses: ExpenseRepository,
    private readonly people: PeopleService,
  ) {}

  /** Everybody of an event for staff, one's own for everybody else. */
  async ofEvent(me: Actor, eventId: string, { cursor, limit }: Asked): Promise<SeatPage> {
    const filter = isStaff(me) ? { eventId } : { eventId, personId: me.id };
    const { items, next } = await this.seats.list(filter, cursor, limit);
    return { items: await this.views(me, items), next };
  }

  async mine(me: Actor, { cursor, limit }: Asked): Promise<SeatPage> {
    const { items, next } = await this.seats.list({ personId: me.id }, cursor, limit);
    return { items: await this.views(me, items), next };
  }

  /** Refuses `not_found` for strangers. */
  async get(me: Actor, id: string): Promise<SeatView> {
    const row = await this.seats.find(id);
    if (row === null || !(row.personId === me.id || isStaff(me))) throw refusal(grantsRefusals, 'not_found');
    const [view] = await this.views(me, [row]);
    return view as SeatView;
  }

  private async views(me: Actor, rows: readonly SeatRow[]): Promise<SeatView[]> {
    const [cards, expenses] = await Promise.all([
      this.people.cards(rows.map(({ personId }) => personId)),
      this.expenses.ofSeats(rows.map(({ id }) => id)),
    ]);
    const events = new Map<string, EventEntity>();
    for (const { eventId } of rows)
      if (!events.has(eventId)) events.set(eventId, await this.events.get(eventId));
    return rows.map((row) => {
      const event = events.get(row.eventId) as EventEntity;
      const facts = {
        isOwn: row.personId === me.id,
        event: event.state,
        hasBegun: event.startsAt.getTime() <= Date.now(),
      };
      const verbs: readonly string[] = available(seatWorkflow, row.state, me, facts);
      return {
        id: row.id,
        eventId: row.eventId,
        eventTitle: event.title,
        startsAt: event.startsAt.toISOString(),
        personId: row.personId,
        name: cards.get(row.personId)?.name ?? row.personId,
        needs: row.needs,
        place: row.place,
        state: row.state,
        currency: event.currency,
        expenses: expenses.flatMap((one) => (one.seatId === row.id ? [this.expense(me, event, one)] : [])),
        available: SEAT_VERBS.filter((verb) => verbs.includes(verb)),
      };
    });
  }

  private expense(me: Actor, event: EventEntity, row: ExpenseRow): ExpenseView {
    const facts = {
      isOwn: row.personId === me.id,
      hasReasons: true,
      isHeld: row.declining !== null,
      amount: row.amount,
      left: event.expenses,
    };
    const verbs: readonly string[] = available(expenseWorkflow, row.state, me, facts);
    return {
      id: row.id,
      eventId: row.eventId,
      seatId: row.seatId,
      amount: moneyView({ amount: row.amount, currency: event.currency }),
      what: row.what,
      receipt: row.receipt,
      reason: row.reason,
      answer: row.answer,
      ...(isStaff(me) && { isLookedAt: row.declining !== null }),
      state: row.state,
      available: EXPENSE_ANSWERS.filter((verb) => verbs.includes(verb)),
    };
  }
}
