import { createEvent } from 'ics';
import type { EventFacts } from '../domain/event.workflow';
import type { EventEntity } from './event.entity';
import type { ExpenseRow } from './expense.repository';
import type { SeatRow } from './seat.repository';

/** Most that an event can cost, in minor units: stipend and expenses of every seat. */
export function costAtMost({
  seats,
  stipend,
  expenses,
}: Pick<EventEntity, 'seats' | 'stipend' | 'expenses'>): bigint {
  return BigInt(seats) * (stipend + expenses);
}

/** What people must know before they register and do not know yet, by name. */
export function missingOf({
  accessibility,
  codeOfConduct,
}: Pick<EventEntity, 'accessibility' | 'codeOfConduct'>): string[] {
  return [
    ...(accessibility.trim() === '' ? ['accessibility'] : []),
    ...(codeOfConduct.trim() === '' ? ['codeOfConduct'] : []),
  ];
}

export function eventFacts(
  row: Pick<EventEntity, 'endsAt' | 'closesAt' | 'accessibility' | 'codeOfConduct'>,
  seats: readonly SeatRow[],
  expenses: readonly ExpenseRow[],
): EventFacts {
  return {
    isOver: row.endsAt.getTime() <= Date.now(),
    isRegistrationOver: row.closesAt.getTime() <= Date.now(),
    unmarked: seats.filter(({ state }) => state === 'seated').length,
    unanswered: expenses.filter(({ state }) => state === 'claimed').length,
    missing: missingOf(row),
  };
}

type Stamp = [number, number, number, number, number];
const stamp = (at: Date): Stamp => [
  at.getUTCFullYear(),
  at.getUTCMonth() + 1,
  at.getUTCDate(),
  at.getUTCHours(),
  at.getUTCMinutes(),
];

/** The event as an iCalendar file (RFC 5545), in UTC. */
export function calendarFile(row: EventEntity): string {
  const { error, value } = createEvent({
    uid: `${row.id}@atelier`,
    title: row.title,
    description: row.description,
    location: row.place,
    start: stamp(row.startsAt),
    startInputType: 'utc',
    startOutputType: 'utc',
    end: stamp(row.endsAt),
    endInputType: 'utc',
    endOutputType: 'utc',
    status: row.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    productId: 'atelier',
  });
  if (value === undefined || value === null)
    throw new Error(`event ${row.id} has no calendar file: ${String(error)}`);
  return value;
}
