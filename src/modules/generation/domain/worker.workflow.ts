import { workflow } from '../../../kernel/workflow';

export const WORKER_STATES = ['active', 'draining', 'maintenance', 'gone'] as const;
export type WorkerState = (typeof WORKER_STATES)[number];

export interface WorkerFacts {
  /** The worker asked for it itself: its next start ends it. */
  readonly isOwnWish: boolean;
}

/**
 * The life of a remote worker. `draining` finishes what it has and gets nothing new; `maintenance` is the same, but only
 * a person ends it: it is where the clock puts a worker that lost several clips within an hour.
 */
export const workerWorkflow = workflow<WorkerFacts>()({
  name: 'worker',
  table: 'generation_workers',
  states: WORKER_STATES,
  initial: 'active',
  moves: {
    drain: { from: ['active'], to: 'draining', by: ['worker', 'manager', 'admin'] },
    maintain: { from: ['active', 'draining'], to: 'maintenance', by: ['system', 'manager', 'admin'] },
    resume: { from: ['draining', 'maintenance'], to: 'active', by: ['manager', 'admin'] },
    leave: { from: ['active', 'draining'], to: 'gone', by: ['worker'] },
    start: {
      from: ['draining', 'gone'],
      to: 'active',
      by: ['worker'],
      unless: ({ isOwnWish }) => (isOwnWish ? null : 'worker_held'),
    },
  },
});

export type WorkerVerb = keyof typeof workerWorkflow.moves;

/** Losses within an hour, since it was last let work, after which a worker gets nothing more. */
export const MOST_LOSSES = 3;
export const LOSS_WINDOW_SECONDS = 3_600;
