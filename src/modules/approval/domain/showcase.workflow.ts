import { workflow } from '../../../kernel/workflow';

export interface RoundFacts {
  /** Artists on the list. */
  readonly entries: number;
  /** Whether the card in force has a price for the licence. */
  readonly isPriced: boolean;
}

export const ROUND_STATES = ['planned', 'closed', 'filled', 'cancelled'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** planned: rules and, for a draw, the hash of its seed are public · closed: so is the list · filled: so is who is shown. */
export const roundWorkflow = workflow<RoundFacts>()({
  name: 'showcase_round',
  table: 'approval_showcase_rounds',
  states: ROUND_STATES,
  initial: 'planned',
  moves: {
    close: {
      from: ['planned'],
      to: 'closed',
      by: ['manager', 'admin'],
      unless: ({ entries }) => (entries === 0 ? 'nobody_consents' : null),
    },
    fill: {
      from: ['closed'],
      to: 'filled',
      by: ['manager', 'admin'],
      unless: ({ isPriced }) => (isPriced ? null : 'use_unpriced'),
    },
    cancel: { from: ['planned', 'closed'], to: 'cancelled', by: ['manager', 'admin'] },
  },
});

export type RoundVerb = keyof typeof roundWorkflow.moves;
