import { workflow } from '../../../kernel/workflow';
import type { AwardState } from './award.workflow';

export interface AmendmentFacts {
  readonly award: AwardState;
  /** Whether the caller proposed it. */
  readonly isProposer: boolean;
  /** Whether the caller is a party: the artist of the award, or staff where the artist proposed. */
  readonly isOtherParty: boolean;
  /** Whether the milestones it replaces are still those that it was written for. */
  readonly isCurrent: boolean;
}

export const AMENDMENT_STATES = ['proposed', 'agreed', 'rejected'] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];

const PARTIES = ['artist', 'manager', 'admin'] as const;

function whyNot({ award, isProposer, isOtherParty }: AmendmentFacts): string | null {
  if (isProposer) return 'same_person';
  return isOtherParty ? (award === 'active' ? null : 'award_not_active') : 'not_found';
}

/** The steps of an award change when its artist and one of staff agree; the amount never changes. */
export const amendmentWorkflow = workflow<AmendmentFacts>()({
  name: 'grant_amendment',
  table: 'grants_amendments',
  states: AMENDMENT_STATES,
  initial: 'proposed',
  moves: {
    agree: {
      from: ['proposed'],
      to: 'agreed',
      by: PARTIES,
      unless: (facts) => whyNot(facts) ?? (facts.isCurrent ? null : 'amendment_outdated'),
    },
    reject: {
      from: ['proposed'],
      to: 'rejected',
      by: PARTIES,
      unless: ({ isProposer, isOtherParty }) => (isProposer || isOtherParty ? null : 'not_found'),
    },
  },
});

export const AMENDMENT_VERBS = ['agree', 'reject'] as const;
export type AmendmentVerb = (typeof AMENDMENT_VERBS)[number];
