import { workflow } from '../../../kernel/workflow';
import { APPLICATION_STATES } from '../contract';

export interface ApplicationFacts {
  /** The application is the actor's own. */
  readonly isOwn: boolean;
  /** The programme takes artists in. */
  readonly isProgramOpen: boolean;
  /** The deadline of applications has passed. */
  readonly isLate: boolean;
  readonly hasReasons: boolean;
  /** Every reason is that it does not qualify or is incomplete: seen without scoring it. */
  readonly isFormal: boolean;
  readonly seatsLeft: number;
  /** Reviews that the published selection promises and that are not there yet. */
  readonly reviewsMissing: number;
  /** The published selection decides by itself (first come, draw): nobody is let in past it by hand. */
  readonly isAutomatic: boolean;
}

const MANAGERS = ['manager', 'admin'] as const;

const unlessOwn = ({ isOwn }: ApplicationFacts): string | null => (isOwn ? null : 'not_allowed');
const unlessOthers = ({ isOwn }: ApplicationFacts): string | null => (isOwn ? 'own_application' : null);

function unlessOpen(facts: ApplicationFacts): string | null {
  const own = unlessOwn(facts);
  if (own !== null) return own;
  if (!facts.isProgramOpen) return 'programme_not_open';
  return facts.isLate ? 'too_late' : null;
}

/** Asking to join. The artist's verbs are about the own application, a manager's about everybody else's. */
export const applicationWorkflow = workflow<ApplicationFacts>()({
  name: 'application',
  table: 'enrollment_applications',
  states: APPLICATION_STATES,
  initial: 'draft',
  moves: {
    submit: { from: ['draft'], to: 'submitted', by: ['artist'], unless: unlessOpen },
    // Sent too early or withdrawn in haste: while applications are taken it can be written on.
    reopen: { from: ['submitted', 'withdrawn'], to: 'draft', by: ['artist'], unless: unlessOpen },
    startReview: { from: ['submitted'], to: 'in_review', by: MANAGERS, unless: unlessOthers },
    invite: {
      from: ['in_review', 'waitlisted'],
      to: 'invited',
      by: MANAGERS,
      unless: (facts) => {
        const own = unlessOthers(facts);
        if (own !== null) return own;
        if (!facts.isProgramOpen) return 'programme_not_open';
        if (facts.isAutomatic) return 'decided_otherwise';
        if (facts.reviewsMissing > 0) return 'reviews_missing';
        return facts.seatsLeft > 0 ? null : 'programme_full';
      },
    },
    waitlist: {
      from: ['in_review'],
      to: 'waitlisted',
      by: MANAGERS,
      unless: (facts) => {
        const own = unlessOthers(facts);
        if (own !== null) return own;
        if (facts.isAutomatic) return 'decided_otherwise';
        return facts.reviewsMissing > 0 ? 'reviews_missing' : null;
      },
    },
    decline: {
      from: ['in_review', 'waitlisted'],
      to: 'declined',
      by: MANAGERS,
      unless: (facts) => {
        const own = unlessOthers(facts);
        if (own !== null) return own;
        if (!facts.hasReasons) return 'reasons_missing';
        return facts.reviewsMissing > 0 && !facts.isFormal ? 'reviews_missing' : null;
      },
    },
    // What the published selection says: a seat for who came first or was drawn, a place in line for the others. An
    // accepted invitation is a seat as well.
    admit: { from: ['draft', 'submitted', 'in_review', 'waitlisted'], to: 'invited', by: ['system'] },
    queue: { from: ['submitted', 'in_review'], to: 'waitlisted', by: ['system'] },
    withdraw: {
      from: ['draft', 'submitted', 'in_review', 'waitlisted'],
      to: 'withdrawn',
      by: ['artist'],
      unless: unlessOwn,
    },
    // An appeal succeeded: it is decided anew, by somebody else.
    reconsider: { from: ['declined'], to: 'in_review', by: ['system'] },
    expire: { from: ['draft'], to: 'expired', by: ['system'] },
  },
});

/** The verbs that a person can ask for. */
export const APPLICATION_VERBS = [
  'submit',
  'reopen',
  'withdraw',
  'startReview',
  'invite',
  'waitlist',
  'decline',
] as const;
export type ApplicationVerb = (typeof APPLICATION_VERBS)[number];
