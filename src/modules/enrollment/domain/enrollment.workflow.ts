import { workflow } from '../../../kernel/workflow';
import { HOUR } from '../../../kernel/clock';
import { ENROLLMENT_STATES, type EnrollmentState } from '../contract';

export interface EnrollmentFacts {
  /** The enrollment is the actor's own. */
  readonly isOwn: boolean;
  /** The consent names the terms in force, with their hash. */
  readonly isCurrent: boolean;
  /** A suspension was confirmed by a second person and has its statement of reasons. */
  readonly hasStatement: boolean;
  /** From where they are leaving, while it can be taken back; null otherwise. */
  readonly leftFrom: EnrollmentState | null;
}

/** Hours in which leaving can be taken back. The seat is held so long; clips cannot be made. */
export const LEAVE_UNDO_HOURS = 24;

/** When leaving is done. Out of a suspension at once: it would otherwise be a way around it. */
export const leavesAt = (from: EnrollmentState, now: Date): Date =>
  from === 'suspended' ? now : new Date(now.getTime() + LEAVE_UNDO_HOURS * HOUR);

const MANAGERS = ['manager', 'admin'] as const;

const unlessOwn = ({ isOwn }: EnrollmentFacts): string | null => (isOwn ? null : 'not_allowed');
const unlessOthers = ({ isOwn }: EnrollmentFacts): string | null => (isOwn ? 'own_enrollment' : null);

const unlessFrom =
  (state: EnrollmentState) =>
  (facts: EnrollmentFacts): string | null =>
    unlessOwn(facts) ?? (facts.leftFrom === state ? null : 'left_for_good');

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
    // Thought better of: back to where they were.
    stay: { from: ['offboarding'], to: 'active', by: ['artist'], unless: unlessFrom('active') },
    stayPaused: { from: ['offboarding'], to: 'paused', by: ['artist'], unless: unlessFrom('paused') },
    stayAsked: {
      from: ['offboarding'],
      to: 'terms_pending',
      by: ['artist'],
      unless: unlessFrom('terms_pending'),
    },
    // The notice of a material change has run out without a yes: the old terms still govern, work waits for the answer.
    lapse: { from: ['active'], to: 'terms_pending', by: ['system'] },
    finish: { from: ['offboarding'], to: 'alumni', by: ['system'] },
  },
});

/** The verbs that an artist can ask for by name; consent and suspensions have addresses of their own. */
export const ENROLLMENT_VERBS = ['pause', 'resume', 'leave', 'stay'] as const;
export type EnrollmentVerb = (typeof ENROLLMENT_VERBS)[number];

const STAYS: readonly ('stay' | 'stayPaused' | 'stayAsked')[] = ['stay', 'stayPaused', 'stayAsked'];

/** The move that a verb of a person stands for: staying leads back to where they were. */
export const moveOf = (
  verb: EnrollmentVerb,
  leftFrom: EnrollmentState | null,
): Exclude<EnrollmentVerb, 'stay'> | (typeof STAYS)[number] =>
  verb !== 'stay' ? verb : (STAYS.find((stay) => enrollmentWorkflow.moves[stay].to === leftFrom) ?? 'stay');
