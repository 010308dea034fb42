import { workflow } from '../../../kernel/workflow';

export const TASK_STATES = ['draft', 'open', 'closed', 'cancelled'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export interface TaskFacts {
  /** It has questions. */
  readonly hasForm: boolean;
  readonly isBeforeDue: boolean;
  readonly hasReason: boolean;
  /** Seats that are taken, handed in or whose time is being looked at. */
  readonly unfinished: number;
  /** Seats that nobody has taken. */
  readonly free: number;
}

type Rule = (facts: TaskFacts) => string | null;

const ready: Rule = ({ hasForm, isBeforeDue }) => {
  if (!hasForm) return 'form_missing';
  return isBeforeDue ? null : 'due_passed';
};
const done: Rule = ({ unfinished, free, isBeforeDue }) =>
  unfinished > 0 || (free > 0 && isBeforeDue) ? 'task_under_way' : null;
const reasoned: Rule = ({ hasReason }) => (hasReason ? null : 'answer_missing');

const STAFF = ['manager', 'admin'] as const;

/** Feedback that the programme asks for. It opens only with its money held; it closes when every seat has an end. */
export const taskWorkflow = workflow<TaskFacts>()({
  name: 'task',
  table: 'feedback_tasks',
  states: TASK_STATES,
  initial: 'draft',
  moves: {
    publish: { from: ['draft'], to: 'open', by: STAFF, unless: ready },
    close: { from: ['open'], to: 'closed', by: ['system'], unless: done },
    cancel: { from: ['draft', 'open'], to: 'cancelled', by: STAFF, unless: reasoned },
  },
});

export type TaskVerb = keyof typeof taskWorkflow.moves;
export const TASK_VERBS = Object.keys(taskWorkflow.moves) as readonly TaskVerb[];
