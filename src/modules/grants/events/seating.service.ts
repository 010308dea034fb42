import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { seatMoved } from '../contract';
import type { SeatState } from '../domain/seat.workflow';
import type { EventEntity } from './event.entity';
import { ExpenseRepository, type ExpenseRow } from './expense.repository';
import { SeatRepository, type SeatRow } from './seat.repository';

/** Gives seats and moves the waiting list up, always under the lock of the event. */
@Injectable()
export class SeatingService {
  constructor(
    private readonly seats: SeatRepository,
    private readonly expenses: ExpenseRepository,
    private readonly outbox: Outbox,
  ) {}

  async standing(tx: Tx, eventId: string): Promise<[SeatRow[], ExpenseRow[]]> {
    return [await this.seats.ofEvent(tx, eventId), await this.expenses.ofEvent(tx, eventId)];
  }

  /** Seats that wait for the draw: its list. */
  async asking(tx: Tx, eventId: string): Promise<string[]> {
    return (await this.seats.ofEvent(tx, eventId)).flatMap(({ id, state }) =>
      state === 'registered' ? [id] : [],
    );
  }

  /** The draw has spoken: the first get a seat, the rest wait in its order. */
  async seatInOrder(tx: Tx, event: EventEntity, order: readonly string[]): Promise<void> {
    const rows = new Map((await this.seats.ofEvent(tx, event.id)).map((row) => [row.id, row]));
    for (const [index, id] of order.entries()) {
      const row = rows.get(id);
      if (row === undefined) continue;
      const isIn = index < event.seats;
      await this.move(
        tx,
        event,
        row,
        isIn ? 'seat' : 'waitlist',
        isIn ? 'seated' : 'waitlisted',
        isIn ? null : index - event.seats + 1,
      );
    }
  }

  /** First come: a free seat, or the end of the waiting list. */
  async seatOne(tx: Tx, event: EventEntity, row: SeatRow): Promise<void> {
    const others = await this.seats.ofEvent(tx, event.id);
    const taken = others.filter(({ state }) => state === 'seated' || state === 'attended').length;
    if (taken < event.seats) return this.move(tx, event, row, 'seat', 'seated', null);
    const last = Math.max(0, ...others.map(({ place }) => place ?? 0));
    return this.move(tx, event, row, 'waitlist', 'waitlisted', last + 1);
  }

  /** A seat is free: the first who waits gets it. */
  async moveUp(tx: Tx, event: EventEntity): Promise<void> {
    const rows = await this.seats.ofEvent(tx, event.id);
    const taken = rows.filter(({ state }) => state === 'seated' || state === 'attended').length;
    const next = rows.find(({ state }) => state === 'waitlisted');
    if (next !== undefined && taken < event.seats) await this.move(tx, event, next, 'seat', 'seated', null);
  }

  async tellCancelled(tx: Tx, event: EventEntity): Promise<void> {
    for (const row of await this.seats.ofEvent(tx, event.id))
      if (row.state !== 'given_up') await this.tell(tx, event, row, 'cancelEvent', row.state);
  }

  async tell(tx: Tx, event: EventEntity, row: SeatRow, verb: string, to: SeatState): Promise<void> {
    await this.outbox.add(tx, seatMoved, {
      seatId: row.id,
      eventId: event.id,
      programId: event.programId,
      personId: row.personId,
      title: event.title,
      verb,
      to,
    });
  }

  private async move(
    tx: Tx,
    event: EventEntity,
    row: SeatRow,
    verb: string,
    to: SeatState,
    place: number | null,
  ): Promise<void> {
    await this.seats.move(tx, { id: row.id, verb, from: row.state, to, actor: SYSTEM }, { place });
    await this.tell(tx, event, row, verb, to);
  }
}
