import type { Program, ReviewPolicy } from '../../program/contract';
import type { ApplicationState, DeclineCode } from '../contract';
import type { ApplicationFacts } from './application.workflow';

/** Grounds that are seen without scoring an application. */
const FORMAL: readonly DeclineCode[] = ['eligibility', 'incomplete'];

/** People who score each application where people select: never one alone. */
export const LEAST_REVIEWERS = 2;

export function reviewersOf(policy: Pick<ReviewPolicy, 'selection' | 'reviewers'> | null): number {
  return policy?.selection === 'review' ? Math.max(LEAST_REVIEWERS, policy.reviewers) : 0;
}

interface Asked {
  readonly program: Pick<Program, 'state' | 'applicationsUntil'>;
  readonly policy: Pick<ReviewPolicy, 'selection' | 'reviewers'> | null;
  readonly isOwn: boolean;
  /** Completed reviews. */
  readonly reviews: number;
  readonly seatsLeft: number;
  /** `null`: whoever declines will write them. */
  readonly reasons: readonly DeclineCode[] | null;
  readonly now: Date;
}

/** Whether the programme takes artists in. */
export const takesArtists = ({ state }: Pick<Program, 'state'>): boolean =>
  state === 'open' || state === 'running';

/** What the workflow of applications asks, from what a programme published and an application has. */
export function selectionFacts({
  program,
  policy,
  isOwn,
  reviews,
  seatsLeft,
  reasons,
  now,
}: Asked): ApplicationFacts {
  return {
    isOwn,
    isProgramOpen: takesArtists(program),
    isLate: program.applicationsUntil !== null && program.applicationsUntil <= now,
    hasReasons: reasons === null || reasons.length > 0,
    isFormal: reasons === null || (reasons.length > 0 && reasons.every((code) => FORMAL.includes(code))),
    seatsLeft,
    reviewsMissing: Math.max(0, reviewersOf(policy) - reviews),
    isAutomatic: policy?.selection === 'first_come' || policy?.selection === 'draw',
  };
}

/** While people score without knowing whose it is, those who run the programme do not know either. */
export function isBlind(policy: Pick<ReviewPolicy, 'selection'> | null, state: ApplicationState): boolean {
  return policy?.selection === 'review' && (state === 'submitted' || state === 'in_review');
}
