import { workflow } from '../../../kernel/workflow';

export interface CallFacts {
  /** Applications that nobody has decided yet. */
  readonly undecided: number;
  /** Minor units awarded so far. */
  readonly awarded: bigint;
}

export const CALL_STATES = ['draft', 'open', 'closed', 'decided', 'cancelled'] as const;
export type CallState = (typeof CALL_STATES)[number];

const MANAGERS = ['manager', 'admin'] as const;

/** draft · open: money is set aside, artists apply · closed: being judged · decided: everyone has an answer · cancelled. */
export const callWorkflow = workflow<CallFacts>()({
  name: 'grant_call',
  table: 'grants_calls',
  states: CALL_STATES,
  initial: 'draft',
  moves: {
    open: { from: ['draft'], to: 'open', by: MANAGERS },
    close: { from: ['open'], to: 'closed', by: MANAGERS },
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
