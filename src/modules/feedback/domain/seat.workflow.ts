import { workflow } from '../../../kernel/workflow';

export const TASK_SEAT_STATES = [
  'taken',
  'submitted',
  'accepted',
  'released',
  'expired',
  'cancelled',
  'voided',
] as const;
export type TaskSeatState = (typeof TASK_SEAT_STATES)[number];

export interface TaskSeatFacts {
  readonly isOwner: boolean;
  /** The time to decide is over. */
  readonly isDue: boolean;
  /** The task's due date has passed. */
  readonly isOver: boolean;
}

type Rule = (facts: TaskSeatFacts) => string | null;

const owner: Rule = ({ isOwner }) => (isOwner ? null : 'not_found');
const notOwn: Rule = ({ isOwner }) => (isOwner ? 'own_feedback' : null);
const inTime: Rule = (facts) => owner(facts) ?? (facts.isOver ? 'due_passed' : null);

const STAFF = ['manager', 'admin'] as const;

/**
 * One artist's seat in a task. Handing in ends the artist's part: it is accepted by a person, or by the clock after seven
 * days. There is no verb that declines: what was done as asked is paid. `void` and `restore` follow what two people, or
 * an appeal, decided on its pay (`feedback_void`).
 */
export const taskSeatWorkflow = workflow<TaskSeatFacts>()({
  name: 'task_seat',
  table: 'feedback_seats',
  states: TASK_SEAT_STATES,
  initial: 'taken',
  moves: {
    retake: { from: ['released', 'expired'], to: 'taken', by: ['artist'], unless: inTime },
    submit: { from: ['taken'], to: 'submitted', by: ['artist'], unless: owner },
    release: { from: ['taken'], to: 'released', by: ['artist'], unless: owner },
    expire: {
      from: ['taken'],
      to: 'expired',
      by: ['system'],
      unless: ({ isOver }) => (isOver ? null : 'not_due'),
    },
    cancel: { from: ['taken'], to: 'cancelled', by: [...STAFF, 'system'] },
    accept: { from: ['submitted'], to: 'accepted', by: STAFF, unless: notOwn },
    acceptLate: {
      from: ['submitted'],
      to: 'accepted',
      by: ['system'],
      unless: ({ isDue }) => (isDue ? null : 'not_due'),
    },
    void: { from: ['accepted'], to: 'voided', by: ['system'] },
    restore: { from: ['voided'], to: 'accepted', by: ['system'] },
  },
});

export type TaskSeatVerb = keyof typeof taskSeatWorkflow.moves;
export const TASK_SEAT_VERBS = Object.keys(taskSeatWorkflow.moves) as readonly TaskSeatVerb[];
