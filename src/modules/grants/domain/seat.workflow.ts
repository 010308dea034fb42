import { workflow } from '../../../kernel/workflow';
import type { EventState } from './event.workflow';

export interface SeatFacts {
  readonly isOwn: boolean;
  readonly event: EventState;
  readonly hasBegun: boolean;
}

export const SEAT_STATES = ['registered', 'seated', 'waitlisted', 'given_up', 'attended', 'absent'] as const;
export type SeatState = (typeof SEAT_STATES)[number];

const MANAGERS = ['manager', 'admin'] as const;

const whyNotMark = ({ isOwn, event, hasBegun }: SeatFacts): string | null =>
  isOwn
    ? 'own_seat'
    : event === 'open' || event === 'closed'
      ? hasBegun
        ? null
        : 'event_ahead'
      : 'event_over';

/** A seat given up goes to the first of the waiting list. Who came is marked by staff, and by nobody for themselves. */
export const seatWorkflow = workflow<SeatFacts>()({
  name: 'event_seat',
  table: 'grants_seats',
  states: SEAT_STATES,
  initial: 'registered',
  moves: {
    seat: { from: ['registered', 'waitlisted'], to: 'seated', by: ['system'] },
    waitlist: { from: ['registered'], to: 'waitlisted', by: ['system'] },
    giveUp: {
      from: ['registered', 'seated', 'waitlisted'],
      to: 'given_up',
      by: ['artist'],
      unless: ({ isOwn, hasBegun }) => (isOwn ? (hasBegun ? 'event_over' : null) : 'not_found'),
    },
    attend: { from: ['seated', 'absent'], to: 'attended', by: MANAGERS, unless: whyNotMark },
    miss: { from: ['seated'], to: 'absent', by: MANAGERS, unless: whyNotMark },
  },
});

export const SEAT_VERBS = ['giveUp', 'attend', 'miss'] as const;
export type SeatVerb = (typeof SEAT_VERBS)[number];
