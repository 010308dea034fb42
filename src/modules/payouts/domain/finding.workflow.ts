import { workflow } from '../../../kernel/workflow';

export const FINDING_STATES = ['clear', 'open', 'proposed', 'explained'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export interface FindingFacts {
  /** Whoever acts wrote the explanation. */
  readonly isOwnExplanation: boolean;
  /** The payout pays whoever acts. */
  readonly isPayee: boolean;
  readonly hasText: boolean;
}

/**
 * A difference between the books and a rail. `clear`: there is none (any more); `open`: nobody has said why; `proposed`:
 * one person has; `explained`: another agreed. A difference that becomes another one is open again, whatever was said.
 */
export const findingWorkflow = workflow<FindingFacts>()({
  name: 'reconciliation finding',
  table: 'payouts_findings',
  states: FINDING_STATES,
  initial: 'clear',
  moves: {
    find: { from: ['clear', 'proposed', 'explained'], to: 'open', by: ['system'] },
    vanish: { from: ['open', 'proposed', 'explained'], to: 'clear', by: ['system'] },
    explain: {
      from: ['open'],
      to: 'proposed',
      by: ['finance', 'admin'],
      unless: ({ hasText, isPayee }) => (isPayee ? 'own_money' : hasText ? null : 'explanation_missing'),
    },
    accept: {
      from: ['proposed'],
      to: 'explained',
      by: ['finance', 'admin'],
      unless: ({ isOwnExplanation, isPayee }) =>
        isPayee ? 'own_money' : isOwnExplanation ? 'own_explanation' : null,
    },
    send_back: { from: ['proposed'], to: 'open', by: ['finance', 'admin'] },
  },
});

export type FindingVerb = keyof typeof findingWorkflow.moves;
