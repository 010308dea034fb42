import { workflow } from '../../../kernel/workflow';
import type { PayoutState } from './payout.workflow';

export const REVERSAL_STATES = ['asked', 'taking_back', 'done', 'refused', 'withdrawn'] as const;
export type ReversalState = (typeof REVERSAL_STATES)[number];

/** What decides about taking a payout back. */
export interface ReversalFacts {
  /** The caller asked for it. */
  readonly isOwnRequest: boolean;
  /** The payout paid the caller. */
  readonly isPayee: boolean;
  readonly payout: PayoutState;
}

/** States in which money of ours is on its way or with the payee. */
const OUT: readonly PayoutState[] = ['in_transit', 'paid'];

/** Why a payout cannot be taken back by this person; `null`: it can. */
export function whyNotAsk({ isPayee, payout }: Omit<ReversalFacts, 'isOwnRequest'>): string | null {
  if (isPayee) return 'own_money';
  return OUT.includes(payout) ? null : 'not_reversible';
}

/**
 * Taking a payout back. A payout is never edited: one person asks, another confirms, and the rail says whether the money
 * is still there. `refused`: it is not, and what is to be done about it is between people.
 */
export const reversalWorkflow = workflow<ReversalFacts>()({
  name: 'payout_reversal',
  table: 'payouts_reversals',
  states: REVERSAL_STATES,
  initial: 'asked',
  moves: {
    confirm: {
      from: ['asked'],
      to: 'taking_back',
      by: ['finance', 'admin'],
      unless: (facts) => (facts.isOwnRequest ? 'own_request' : whyNotAsk(facts)),
    },
    withdraw: { from: ['asked'], to: 'withdrawn', by: ['finance', 'admin'] },
    complete: { from: ['taking_back'], to: 'done', by: ['system'] },
    refuse: { from: ['taking_back'], to: 'refused', by: ['system'] },
  },
});

export type ReversalVerb = keyof typeof reversalWorkflow.moves;
