import { workflow } from '../../../kernel/workflow';
import { APPLICATION_STATES } from '../contract';

export interface ApplicationFacts {
  /** The application is the actor's own. */
  readonly isOwn: boolean;
  /** The programme takes artists in. */
  readonly isProgramOpen: boolean;
  readonly hasReasons: boolean;
  readonly seatsLeft: number;
}

const MANAGERS = ['manager', 'admin'] as const;

const unlessOwn = ({ isOwn }: ApplicationFacts): string | null => (isOwn ? null : 'not_allowed');
const unlessOthers = ({ isOwn }: ApplicationFacts): string | null => (isOwn ? 'own_application' : null);

/** Asking to join. The artist's verbs are about the own application, a manager's about everybody else's. */
export const applicationWorkflow = workflow<ApplicationFacts>()({
  name: 'application',
  table: 'enrollment_applications',
  states: APPLICATION_STATES,
  initial: 'draft',
  moves: {
    submit: {
      from: ['draft'],
      to: 'submitted',
      by: ['artist'],
      unless: (facts) => unlessOwn(facts) ?? (facts.isProgramOpen ? null : 'programme_not_open'),
    },
    startReview: { from: ['submitted'], to: 'in_review', by: MANAGERS, unless: unlessOthers },
    invite: {
      from: ['in_review', 'waitlisted'],
      to: 'invited',
      by: MANAGERS,
      unless: (facts) => {
        const own = unlessOthers(facts);
        if (own !== null) return own;
        if (!facts.isProgramOpen) return 'programme_not_open';
        return facts.seatsLeft > 0 ? null : 'programme_full';
      },
    },
    waitlist: { from: ['in_review'], to: 'waitlisted', by: MANAGERS, unless: unlessOthers },
    decline: {
      from: ['in_review', 'waitlisted'],
      to: 'declined',
      by: MANAGERS,
      unless: (facts) => unlessOthers(facts) ?? (facts.hasReasons ? null : 'reasons_missing'),
    },
    withdraw: {
      from: ['draft', 'submitted', 'in_review', 'waitlisted'],
      to: 'withdrawn',
      by: ['artist'],
      unless: unlessOwn,
    },
    expire: { from: ['draft'], to: 'expired', by: ['system'] },
  },
});

/** The verbs that a person can ask for. */
export const APPLICATION_VERBS = [
  'submit',
  'withdraw',
  'startReview',
  'invite',
  'waitlist',
  'decline',
] as const;
export type ApplicationVerb = (typeof APPLICATION_VERBS)[number];
