import { workflow } from '../../../kernel/workflow';

export const CORRECTION_STATES = ['proposed', 'confirmed', 'withdrawn'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

/** The only reasons for which an amount that was earned is taken back. Opinion, conduct and leaving are none. */
export const CORRECTION_REASONS = ['counted_twice', 'wrong_amount', 'wrong_person', 'not_done'] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];

export interface CorrectionFacts {
  readonly isProposer: boolean;
  readonly isPayee: boolean;
  /** The earning is with a payout, or paid. */
  readonly isGone: boolean;
}

/** Two people take an amount back, and neither of them is who it belongs to. */
export const correctionWorkflow = workflow<CorrectionFacts>()({
  name: 'earning_correction',
  table: 'compensation_corrections',
  states: CORRECTION_STATES,
  initial: 'proposed',
  moves: {
    confirm: {
      from: ['proposed'],
      to: 'confirmed',
      by: ['finance', 'admin'],
      unless: ({ isProposer, isPayee, isGone }) => {
        if (isPayee) return 'own_money';
        if (isProposer) return 'second_person_missing';
        return isGone ? 'paid_already' : null;
      },
    },
    withdraw: { from: ['proposed'], to: 'withdrawn', by: ['finance', 'admin'] },
  },
});

export type CorrectionVerb = keyof typeof correctionWorkflow.moves;
