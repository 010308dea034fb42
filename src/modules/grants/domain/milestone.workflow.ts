import { workflow } from '../../../kernel/workflow';
import type { AwardState } from './award.workflow';

export interface MilestoneFacts {
  readonly isOwn: boolean;
  readonly award: AwardState;
  readonly hasEvidence: boolean;
  readonly hasReasons: boolean;
  /** Whether the time to answer the evidence has passed. */
  readonly isUnanswered: boolean;
}

export const MILESTONE_STATES = [
  'planned',
  'submitted',
  'changes_requested',
  'accepted',
  'cancelled',
] as const;
export type MilestoneState = (typeof MILESTONE_STATES)[number];

const MANAGERS = ['manager', 'admin'] as const;

const whyNotAccept = ({ isOwn, award }: MilestoneFacts): string | null =>
  isOwn ? 'own_application' : award === 'active' ? null : 'award_not_active';

/** Evidence that nobody answers in time is accepted: an artist does not wait for money because staff are busy. */
export const milestoneWorkflow = workflow<MilestoneFacts>()({
  name: 'grant_milestone',
  table: 'grants_milestones',
  states: MILESTONE_STATES,
  initial: 'planned',
  moves: {
    submit: {
      from: ['planned', 'changes_requested'],
      to: 'submitted',
      by: ['artist'],
      unless: ({ isOwn, award, hasEvidence }) =>
        isOwn
          ? award === 'active'
            ? hasEvidence
              ? null
              : 'evidence_missing'
            : 'award_not_active'
          : 'not_found',
    },
    accept: { from: ['submitted'], to: 'accepted', by: MANAGERS, unless: whyNotAccept },
    requestChanges: {
      from: ['submitted'],
      to: 'changes_requested',
      by: MANAGERS,
      unless: (facts) => whyNotAccept(facts) ?? (facts.hasReasons ? null : 'reasons_missing'),
    },
    acceptUnanswered: {
      from: ['submitted'],
      to: 'accepted',
      by: ['system'],
      unless: ({ isUnanswered, award }) =>
        award !== 'active' ? 'award_not_active' : isUnanswered ? null : 'wrong_state',
    },
    payAtStart: { from: ['planned'], to: 'accepted', by: ['system'] },
    cancel: { from: ['planned', 'submitted', 'changes_requested'], to: 'cancelled', by: ['system'] },
  },
});

export const MILESTONE_VERBS = ['submit', 'accept', 'requestChanges'] as const;
export type MilestoneVerb = (typeof MILESTONE_VERBS)[number];
