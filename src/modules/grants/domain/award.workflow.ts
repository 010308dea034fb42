import { workflow } from '../../../kernel/workflow';

export interface AwardFacts {
  readonly isOwn: boolean;
  /** Whether the hash that the artist accepts is that of the agreement as it stands. */
  readonly isSameAgreement: boolean;
  readonly hasReasons: boolean;
  /** Milestones that are neither accepted nor cancelled. */
  readonly openMilestones: number;
  readonly isAppealOver: boolean;
  readonly isAppealed: boolean;
}

export const AWARD_STATES = [
  'offered',
  'active',
  'ending',
  'appealed',
  'reported',
  'terminated',
  'turned_down',
] as const;
export type AwardState = (typeof AWARD_STATES)[number];

const MANAGERS = ['manager', 'admin'] as const;
const mine = ({ isOwn }: AwardFacts): string | null => (isOwn ? null : 'not_found');

/**
 * offered: the agreement waits for the artist · active: milestones are worked on · ending: ended with reasons, the money
 * still held while an appeal is possible · appealed: another person looks · reported: done · terminated · turned_down.
 * Tranches that were earned stay earned in every one of them.
 */
export const awardWorkflow = workflow<AwardFacts>()({
  name: 'grant_award',
  table: 'grants_awards',
  states: AWARD_STATES,
  initial: 'offered',
  moves: {
    accept: {
      from: ['offered'],
      to: 'active',
      by: ['artist'],
      unless: (facts) => mine(facts) ?? (facts.isSameAgreement ? null : 'agreement_changed'),
    },
    turnDown: { from: ['offered'], to: 'turned_down', by: ['artist'], unless: mine },
    lapse: { from: ['offered'], to: 'turned_down', by: ['system'] },
    report: {
      from: ['active'],
      to: 'reported',
      by: ['artist'],
      unless: (facts) => mine(facts) ?? (facts.openMilestones > 0 ? 'milestones_open' : null),
    },
    terminate: {
      from: ['active'],
      to: 'ending',
      by: MANAGERS,
      unless: ({ isOwn, hasReasons }) => (isOwn ? 'own_application' : hasReasons ? null : 'reasons_missing'),
    },
    appeal: {
      from: ['ending'],
      to: 'appealed',
      by: ['artist'],
      unless: (facts) =>
        mine(facts) ??
        (facts.isAppealOver || facts.isAppealed
          ? 'appeal_over'
          : facts.hasReasons
            ? null
            : 'reasons_missing'),
    },
    // Heard like every appeal, by somebody who took no part; the answer arrives from there.
    uphold: { from: ['appealed'], to: 'terminated', by: ['system'] },
    overturn: { from: ['appealed'], to: 'active', by: ['system'] },
    end: {
      from: ['ending'],
      to: 'terminated',
      by: ['system'],
      unless: ({ isAppealOver }) => (isAppealOver ? null : 'appeal_open'),
    },
  },
});

export const AWARD_VERBS = ['accept', 'turnDown', 'report', 'terminate', 'appeal'] as const;
export type AwardVerb = (typeof AWARD_VERBS)[number];
