import { workflow } from '../../../kernel/workflow';

export interface DrawFacts {
  /** Entries on the list that is to be published. */
  readonly entries: number;
  /** Whether the list handed over is the one that was published; `true` where there is none yet. */
  readonly isSameList: boolean;
}

export const DRAW_STATES = ['committed', 'frozen', 'revealed', 'cancelled'] as const;
export type DrawState = (typeof DRAW_STATES)[number];

/** committed: the seed's hash is public · frozen: so is the list · revealed: so is the seed, and with it the order. */
export const drawWorkflow = workflow<DrawFacts>()({
  name: 'draw',
  table: 'draw_draws',
  states: DRAW_STATES,
  initial: 'committed',
  moves: {
    freeze: {
      from: ['committed'],
      to: 'frozen',
      by: ['manager', 'admin', 'system'],
      unless: ({ entries }) => (entries === 0 ? 'nobody_to_draw' : null),
    },
    reveal: {
      from: ['frozen'],
      to: 'revealed',
      by: ['manager', 'admin', 'system'],
      unless: ({ isSameList }) => (isSameList ? null : 'list_changed'),
    },
    cancel: { from: ['committed', 'frozen'], to: 'cancelled', by: ['manager', 'admin'] },
  },
});

export type DrawVerb = keyof typeof drawWorkflow.moves;
