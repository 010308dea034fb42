import { workflow } from '../../../kernel/workflow';

export interface EventFacts {
  readonly isOver: boolean;
  /** Whether registration has passed its deadline. */
  readonly isRegistrationOver: boolean;
  /** Seated people of whom nobody has said whether they came. */
  readonly unmarked: number;
  /** Expenses that nobody has answered. */
  readonly unanswered: number;
  readonly missing: readonly string[];
}

export const EVENT_STATES = ['draft', 'open', 'closed', 'settled', 'cancelled'] as const;
export type EventState = (typeof EVENT_STATES)[number];

const MANAGERS = ['manager', 'admin'] as const;

/** draft · open: artists register · closed: seats are given · settled: attendance and money are done · cancelled. */
export const eventWorkflow = workflow<EventFacts>()({
  name: 'event',
  table: 'grants_events',
  states: EVENT_STATES,
  initial: 'draft',
  moves: {
    open: {
      from: ['draft'],
      to: 'open',
      by: MANAGERS,
      unless: ({ missing, isRegistrationOver }) =>
        missing.length > 0 ? 'event_incomplete' : isRegistrationOver ? 'deadline_passed' : null,
    },
    close: {
      from: ['open'],
      to: 'closed',
      by: [...MANAGERS, 'system'],
      unless: ({ isRegistrationOver }) => (isRegistrationOver ? null : 'deadline_ahead'),
    },
    settle: {
      from: ['closed'],
      to: 'settled',
      by: MANAGERS,
      unless: ({ isOver, unmarked, unanswered }) =>
        !isOver
          ? 'event_ahead'
          : unmarked > 0
            ? 'attendance_missing'
            : unanswered > 0
              ? 'expenses_unanswered'
              : null,
    },
    cancel: { from: ['draft', 'open', 'closed'], to: 'cancelled', by: MANAGERS },
  },
});

export const EVENT_VERBS = ['open', 'close', 'settle', 'cancel'] as const;
export type EventVerb = (typeof EVENT_VERBS)[number];

/** How seats are given when more people want one than there are: by a verifiable draw, or in the order of asking. */
export const ADMISSIONS = ['draw', 'first_come'] as const;
export type Admission = (typeof ADMISSIONS)[number];
