import { workflow } from '../../../kernel/workflow';
import type { CallState } from './call.workflow';

export interface ReviewFacts {
  readonly isOwn: boolean;
  readonly call: CallState;
  /** Criteria of the rubric without a whole score from 1 to 5, by key. */
  readonly unscored: readonly string[];
  /** Whether the application still stands in review. */
  readonly isOpen: boolean;
}

export const REVIEW_STATES = ['assigned', 'completed', 'recused'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

const REVIEWERS = ['reviewer', 'manager', 'admin'] as const;

function whyNot({ isOwn, call, isOpen }: ReviewFacts): string | null {
  if (!isOwn) return 'not_found';
  return call === 'closed' && isOpen ? null : 'review_over';
}

/** A recused review is left out of every average, and somebody else is asked in its place. */
export const reviewWorkflow = workflow<ReviewFacts>()({
  name: 'grant_review',
  table: 'grants_reviews',
  states: REVIEW_STATES,
  initial: 'assigned',
  moves: {
    complete: {
      from: ['assigned'],
      to: 'completed',
      by: REVIEWERS,
      unless: (facts) => whyNot(facts) ?? (facts.unscored.length > 0 ? 'scores_missing' : null),
    },
    reopen: { from: ['completed'], to: 'assigned', by: REVIEWERS, unless: whyNot },
    recuse: { from: ['assigned', 'completed'], to: 'recused', by: REVIEWERS, unless: whyNot },
  },
});

export const REVIEW_VERBS = ['complete', 'reopen', 'recuse'] as const;
export type ReviewVerb = (typeof REVIEW_VERBS)[number];
