import { workflow } from '../../../kernel/workflow';
import { ENROLLMENT_STATES } from '../contract';

export interface EnrollmentFacts {
  /** The enrollment is the actor's own. */
  readonly isOwn: boolean;
  /** The consent names the terms in force, with their hash. */
  readonly isCurrent: boolean;
  /** A suspension was confirmed by a second person and has its statement of reasons. */
  readonly hasStatement: boolean;
}

const MANAGERS = ['manager', 'admin'] as const;

const unlessOwn = ({ isOwn }: EnrollmentFacts): string | null => (isOwn ? null : 'not_allowed');
const unlessOthers = ({ isOwn }: EnrollmentFacts): string | null => (isOwn ? 'own_enrollment' : null);

/** Being in. No move here reads what an artist reported or earned: taking part in feedback is voluntary. */
export const enrollmentWorkflow = workflow<EnrollmentFacts>()({
  name: 'enrollment',
  table: 'enrollment_enrollments',
  states: ENROLLMENT_STATES,
  initial: 'terms_pending',
  moves: {
    consent: {
      from: ['terms_pending'],
      to: 'active',
      by: ['artist'],
      unless: (facts) => unlessOwn(facts) ?? (facts.isCurrent ? null : 'terms_outdated'),
    },
    pause: { from: ['active'], to: 'paused', by: ['artist'], unless: unlessOwn },
    resume: { from: ['paused'], to: 'active', by: ['artist'], unless: unlessOwn },
    suspend: {
      from: ['active', 'paused'],
      to: 'suspended',
      by: [...MANAGERS, 'system'],
      unless: (facts) => unlessOthers(facts) ?? (facts.hasStatement ? null : 'statement_missing'),
    },
    reinstate: { from: ['suspended'], to: 'active', by: [...MANAGERS, 'system'], unless: unlessOthers },
    leave: {
      from: ['terms_pending', 'active', 'paused', 'suspended'],
      to: 'offboarding',
      by: ['artist'],
      unless: unlessOwn,
    },
    // The notice of a material change has run out without a yes: the old terms still govern, work waits for the answer.
    lapse: { from: ['active'], to: 'terms_pending', by: ['system'] },
    finish: { from: ['offboarding'], to: 'alumni', by: ['system'] },
  },
});

/** The verbs that an artist can ask for by name; consent and suspensions have addresses of their own. */
export const ENROLLMENT_VERBS = ['pause', 'resume', 'leave'] as const;
export type EnrollmentVerb = (typeof ENROLLMENT_VERBS)[number];
