import { workflow } from '../../../kernel/workflow';
import type { CallState } from './call.workflow';

export interface ApplicationFacts {
  readonly isOwn: boolean;
  readonly call: CallState;
  readonly hasReasons: boolean;
  /** Minor units to award; `null`: not an award. */
  readonly amount: bigint | null;
  /** What is left of the call's budget. */
  readonly left: bigint;
}

export const APPLICATION_STATES = ['submitted', 'awarded', 'declined', 'withdrawn'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

function whyNotJudge({ isOwn, call, hasReasons }: ApplicationFacts): string | null {
  if (isOwn) return 'own_application';
  if (call !== 'closed') return 'call_not_closed';
  return hasReasons ? null : 'reasons_missing';
}

function whyNotAward(facts: ApplicationFacts): string | null {
  const { amount, left } = facts;
  return whyNotJudge(facts) ?? (amount === null ? 'amount_missing' : amount > left ? 'over_budget' : null);
}

/** Everyone who asked gets an answer with reasons. */
export const applicationWorkflow = workflow<ApplicationFacts>()({
  name: 'grant_application',
  table: 'grants_applications',
  states: APPLICATION_STATES,
  initial: 'submitted',
  moves: {
    withdraw: {
      from: ['submitted'],
      to: 'withdrawn',
      by: ['artist'],
      unless: ({ isOwn }) => (isOwn ? null : 'not_found'),
    },
    award: { from: ['submitted'], to: 'awarded', by: ['manager', 'admin'], unless: whyNotAward },
    decline: { from: ['submitted'], to: 'declined', by: ['manager', 'admin'], unless: whyNotJudge },
  },
});

export const APPLICATION_VERBS = ['withdraw', 'award', 'decline'] as const;
export type ApplicationVerb = (typeof APPLICATION_VERBS)[number];
