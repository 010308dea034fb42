import { workflow } from '../../../kernel/workflow';

export const PAUSE_STATES = ['proposed', 'active', 'ended', 'withdrawn'] as const;
export type PauseState = (typeof PAUSE_STATES)[number];

/** A pause ends by itself after this long, unless two people pause again. Minutes. */
export const LONGEST_PAUSE = 240;
/** A proposal that nobody confirmed by then is over. Minutes. */
export const PROPOSAL_MINUTES = 30;

export interface PauseFacts {
  /** The one who acts is the one who proposed it. */
  readonly isProposer: boolean;
}

const MANAGERS = ['manager', 'admin'] as const;

/**
 * A programme is paused by two people and goes on by one: stopping everybody must be harder than letting them work.
 * Renewing is another pause, proposed and confirmed while this one runs, that begins when it ends.
 */
export const pauseWorkflow = workflow<PauseFacts>()({
  name: 'pause',
  table: 'program_pauses',
  states: PAUSE_STATES,
  initial: 'proposed',
  moves: {
    confirm: {
      from: ['proposed'],
      to: 'active',
      by: MANAGERS,
      unless: ({ isProposer }) => (isProposer ? 'own_pause' : null),
    },
    withdraw: { from: ['proposed'], to: 'withdrawn', by: MANAGERS },
    lapse: { from: ['proposed'], to: 'withdrawn', by: ['system'] },
    end: { from: ['active'], to: 'ended', by: MANAGERS },
    expire: { from: ['active'], to: 'ended', by: ['system'] },
  },
});

export const PAUSE_VERBS = ['confirm', 'withdraw', 'end'] as const;
export type PauseVerb = (typeof PAUSE_VERBS)[number] | 'lapse' | 'expire';
