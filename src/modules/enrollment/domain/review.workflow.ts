import { workflow } from '../../../kernel/workflow';

export interface ReviewFacts {
  readonly isOwn: boolean;
  /** The application still stands in review. */
  readonly isOpen: boolean;
  /** Criteria without a whole score from 1 to 5, by key. */
  readonly unscored: readonly string[];
}

export const REVIEW_STATES = ['assigned', 'completed', 'recused'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

const REVIEWERS = ['reviewer', 'manager', 'admin'] as const;

function whyNot({ isOwn, isOpen }: ReviewFacts): string | null {
  if (!isOwn) return 'not_found';
  return isOpen ? null : 'review_over';
}

/** Scoring one application without knowing whose it is. A recused review counts nowhere, and somebody else is asked. */
export const reviewWorkflow = workflow<ReviewFacts>()({
  name: 'application_review',
  table: 'enrollment_reviews',
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
