import { workflow } from '../../../kernel/workflow';

export interface CallFacts {
  /** Applications that nobody has decided yet. */
  readonly undecided: number;
  /** Minor units awarded so far, stipends of finalists included. */
  readonly awarded: bigint;
  /** What a call needs before it opens and does not have yet, by name. */
  readonly missing: readonly string[];
  /** Whether the announced deadline has passed. */
  readonly isOver: boolean;
}

export const CALL_STATES = ['draft', 'open', 'closed', 'decided', 'cancelled'] as const;
export type CallState = (typeof CALL_STATES)[number];

const MANAGERS = ['manager', 'admin'] as const;

/**
 * draft · open: the money is held, artists apply · closed: being judged, blind · decided: everyone has an answer ·
 * cancelled. A call closes at its deadline by itself, and by hand not a minute earlier.
 */
export const callWorkflow = workflow<CallFacts>()({
  name: 'grant_call',
  table: 'grants_calls',
  states: CALL_STATES,
  initial: 'draft',
  moves: {
    open: {
      from: ['draft'],
      to: 'open',
      by: MANAGERS,
      unless: ({ missing, isOver }) =>
        missing.length > 0 ? 'call_incomplete' : isOver ? 'deadline_passed' : null,
    },
    close: {
      from: ['open'],
      to: 'closed',
      by: [...MANAGERS, 'system'],
      unless: ({ isOver }) => (isOver ? null : 'deadline_ahead'),
    },
    decide: {
      from: ['closed'],
      to: 'decided',
      by: MANAGERS,
      unless: ({ undecided }) => (undecided > 0 ? 'applications_undecided' : null),
    },
    cancel: {
      from: ['draft', 'open', 'closed'],
      to: 'cancelled',
      by: MANAGERS,
      unless: ({ awarded }) => (awarded > 0n ? 'awards_made' : null),
    },
  },
});

export const CALL_VERBS = ['open', 'close', 'decide', 'cancel'] as const;
export type CallVerb = (typeof CALL_VERBS)[number];
