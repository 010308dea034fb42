import { workflow } from '../../../kernel/workflow';

export const CORRECTION_STATES = ['proposed', 'confirmed', 'withdrawn', 'overturned'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

/** The only reasons for which an amount that was earned is taken back, as published. Opinion, conduct and leaving are none. */
export const CORRECTION_RULES = {
  counted_twice: 'The same work was counted twice.',
  wrong_amount: 'The amount is not what the rate card says for this work.',
  wrong_person: 'The work is somebody else’s.',
  not_done: 'What it was paid for did not happen.',
} as const satisfies Record<string, string>;
export type CorrectionReason = keyof typeof CORRECTION_RULES;
export const CORRECTION_REASONS = Object.keys(CORRECTION_RULES) as readonly CorrectionReason[];

export interface CorrectionFacts {
  readonly isProposer: boolean;
  readonly isPayee: boolean;
  /** The earning is with a payout, or paid. */
  readonly isGone: boolean;
  /** Confirmed, and waiting for a second look before it takes effect. */
  readonly isHeld: boolean;
}

/** Two people take an amount back, and neither of them is who it belongs to. An appeal that succeeds gives it again. */
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
      unless: ({ isProposer, isPayee, isGone, isHeld }) => {
        if (isPayee) return 'own_money';
        if (isProposer) return 'second_person_missing';
        if (isHeld) return 'second_look_open';
        return isGone ? 'paid_already' : null;
      },
    },
    withdraw: {
      from: ['proposed'],
      to: 'withdrawn',
      by: ['finance', 'admin', 'system'],
      unless: ({ isHeld }) => (isHeld ? 'second_look_open' : null),
    },
    overturn: { from: ['confirmed'], to: 'overturned', by: ['system'] },
  },
});

export type CorrectionVerb = keyof typeof correctionWorkflow.moves;
