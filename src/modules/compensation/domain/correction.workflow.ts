import { workflow } from '../../../kernel/workflow';

export const CORRECTION_STATES = [
  'proposed',
  'confirmed',
  'withdrawn',
  'contested',
  'upheld',
  'overturned',
] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

/** The only reasons for which an amount that was earned is taken back. Opinion, conduct and leaving are none. */
export const CORRECTION_REASONS = ['counted_twice', 'wrong_amount', 'wrong_person', 'not_done'] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];

export interface CorrectionFacts {
  readonly isProposer: boolean;
  readonly isPayee: boolean;
  /** The earning is with a payout, or paid. */
  readonly isGone: boolean;
  /** Whoever acts proposed or confirmed it. */
  readonly hasDecided: boolean;
  /** Words for the other side. */
  readonly hasWords: boolean;
  /** The days to object are over. */
  readonly isTooLate: boolean;
}

/** Days after the confirmation within which the artist may object. */
export const OBJECTION_DAYS = 60;

function byThird({ isPayee, hasDecided, hasWords }: CorrectionFacts): string | null {
  if (isPayee) return 'own_money';
  if (hasDecided) return 'third_person_missing';
  return hasWords ? null : 'answer_missing';
}

/**
 * Two people take an amount back, and neither of them is who it belongs to. The artist may object, once; a third person
 * answers.
 */
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
    contest: {
      from: ['confirmed'],
      to: 'contested',
      by: ['artist'],
      unless: ({ isPayee, hasWords, isTooLate }) => {
        if (!isPayee) return 'not_found';
        if (isTooLate) return 'objection_too_late';
        return hasWords ? null : 'answer_missing';
      },
    },
    uphold: { from: ['contested'], to: 'upheld', by: ['finance', 'admin'], unless: byThird },
    overturn: { from: ['contested'], to: 'overturned', by: ['finance', 'admin'], unless: byThird },
  },
});

export type CorrectionVerb = keyof typeof correctionWorkflow.moves;
