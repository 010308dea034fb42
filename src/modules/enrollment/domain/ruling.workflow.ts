import { workflow } from '../../../kernel/workflow';
import { RULING_STATES } from '../contract';

export interface RulingFacts {
  /** The question is the actor's own. */
  readonly isOwn: boolean;
  /** The actor owns, publishes for or moves the programme. */
  readonly isManager: boolean;
  readonly isConfidential: boolean;
  readonly isOverdue: boolean;
  readonly hasConditions: boolean;
}

/** “May I?”: asked, and answered by somebody without a stake. What is answered binds and has no way back. */
export const rulingWorkflow = workflow<RulingFacts>()({
  name: 'ruling',
  table: 'enrollment_rulings',
  states: RULING_STATES,
  initial: 'asked',
  moves: {
    rule: {
      from: ['asked'],
      to: 'ruled',
      by: ['reviewer'],
      unless: ({ isOwn, isManager, hasConditions }) => {
        if (isOwn || isManager) return 'own_ruling';
        return hasConditions ? null : 'conditions_missing';
      },
    },
    withdraw: {
      from: ['asked'],
      to: 'withdrawn',
      by: ['artist'],
      unless: ({ isOwn }) => (isOwn ? null : 'not_allowed'),
    },
    // Silence is a yes, but never about secrets: those wait, and count as late.
    grant: {
      from: ['asked'],
      to: 'granted',
      by: ['system'],
      unless: ({ isConfidential, isOverdue }) => (isConfidential || !isOverdue ? 'not_allowed' : null),
    },
  },
});
