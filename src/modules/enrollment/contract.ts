import { eventKind } from '../../kernel/event';
import { refusals } from '../../kernel/refusal';
import { SELECTION_REFUSALS } from './domain/refusals';

export {
  assign,
  CONFLICT_KINDS,
  conflictOf,
  type Assignment,
  type Candidate,
  type ConflictKind,
  type Panelist,
} from './domain/assignment';
export { rank, type Ranked, type Reviewed } from './domain/ranking';
export { rubricFaults, unscored, weighted, type Criterion, type Scores } from './domain/rubric';

export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'in_review',
  'waitlisted',
  'invited',
  'declined',
  'withdrawn',
  'expired',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export const ENROLLMENT_STATES = [
  'terms_pending',
  'active',
  'paused',
  'suspended',
  'offboarding',
  'alumni',
] as const;
export type EnrollmentState = (typeof ENROLLMENT_STATES)[number];

/** One artist in one programme. */
export interface EnrollmentCard {
  readonly id: string;
  readonly personId: string;
  readonly programId: string;
  readonly state: EnrollmentState;
  /** The cohort that they were admitted with; null: none. */
  readonly cohortId: string | null;
}

/** What “May I?” can be about. Silence is a yes for all that is not about secrets. */
export const RULING_TOPICS = {
  show: { isConfidential: false, says: 'Showing a clip somewhere: a festival, a class, a portfolio' },
  speak: { isConfidential: false, says: 'Speaking or writing about the programme or the model' },
  use: { isConfidential: false, says: 'What may be made: a subject, a person, a style' },
  work: { isConfidential: false, says: 'Working with or for somebody else meanwhile' },
  secret: { isConfidential: true, says: 'Something that confidentiality may cover' },
} as const satisfies Record<string, { isConfidential: boolean; says: string }>;
export type RulingTopic = keyof typeof RULING_TOPICS;

export const RULING_STATES = ['asked', 'ruled', 'granted', 'withdrawn'] as const;
export type RulingState = (typeof RULING_STATES)[number];
export const RULING_OUTCOMES = ['yes', 'no', 'conditions'] as const;
export type RulingOutcome = (typeof RULING_OUTCOMES)[number];

/** Working days in which a question has its ruling. */
export const RULING_DAYS = 2;

/** A ruling as a decision may cite it: public, dated, anonymised. */
export interface Precedent {
  readonly id: string;
  readonly programId: string;
  readonly clauseId: string | null;
  readonly outcome: RulingOutcome;
}

/** Why somebody may be declined. None of them is tone or opinion. */
export const DECLINE_CODES = ['capacity', 'fit', 'portfolio', 'eligibility', 'incomplete', 'terms'] as const;
export type DeclineCode = (typeof DECLINE_CODES)[number];

/**
 * What a suspension can take away: making clips always, handing in works and taking new paid tasks where it is said.
 * Portal, export, feedback, questions, what was begun, appeal and pay are not in this list and never will be.
 */
export const SUSPENSION_SCOPES = ['generation', 'sharing', 'tasks'] as const;
export type SuspensionScope = (typeof SUSPENSION_SCOPES)[number];

export const enrollmentRefusals = refusals('enrollment', {
  left_for_good: {
    kind: 'conflict',
    says: 'You have left, and the time to take it back is over. Apply again while the programme takes applications.',
  },
  ...SELECTION_REFUSALS,
  programme_not_open: {
    kind: 'conflict',
    says: 'The programme does not take applications now. Its page says when it does.',
  },
  already_applied: {
    kind: 'conflict',
    says: 'You have applied to this programme. Your application is under Applications.',
  },
  own_application: {
    kind: 'forbidden',
    says: 'Nobody decides on their own application. Another manager must do it.',
  },
  reasons_missing: {
    kind: 'invalid',
    says: 'Everybody who is declined is told why. Give at least one reason with a code and a text.',
  },
  programme_full: {
    kind: 'conflict',
    says: 'Every seat of the programme is taken. Waitlist the application: a seat is free again when somebody leaves.',
  },
  terms_outdated: {
    kind: 'conflict',
    says: 'These are not the terms in force. Read the current version and accept that one.',
  },
  own_enrollment: {
    kind: 'forbidden',
    says: 'Nobody suspends or reinstates themselves. Another manager must do it.',
  },
  statement_missing: {
    kind: 'invalid',
    says: 'A suspension needs a clause, the facts and an end date. The artist is told all three.',
  },
  clause_unknown: { kind: 'invalid', says: 'The terms in force have no clause of this id.' },
  end_in_past: { kind: 'invalid', says: 'A suspension must end in the future.' },
  second_look_no: {
    kind: 'conflict',
    says: 'Somebody outside of the line has looked at this decline and said no. Invite, or put it on the waiting list.',
  },
  second_person: {
    kind: 'forbidden',
    says: 'You proposed this suspension. A second person confirms or refuses it; withdraw it if it was wrong.',
  },
  suspension_under_way: {
    kind: 'conflict',
    says: 'A suspension of this enrollment is proposed or in force already. Open that one under Suspensions.',
  },
  suspension_not_over: { kind: 'conflict', says: 'The time of this proposal is not over yet.' },
  not_enrolled: {
    kind: 'forbidden',
    says: 'You are not in this programme. Apply on its page; an invitation opens the Studio.',
  },
  terms_pending: {
    kind: 'forbidden',
    says: 'Read and accept the terms first: they are under Terms of your enrollment. Nothing binds you before you do.',
  },
  enrollment_paused: { kind: 'forbidden', says: 'You have paused your enrollment. Resume it to go on.' },
  enrollment_suspended: {
    kind: 'forbidden',
    says: 'Generation is suspended until the date shown. Portal, export, appeal and pay stay open to you.',
  },
  programme_closed: {
    kind: 'conflict',
    says: 'This programme is closed: nothing new can be handed in or reported there. What was handed in is decided; questions, reports of harm, appeals, pay and your archive go on.',
  },
  scope_suspended: {
    kind: 'forbidden',
    says: 'A suspension closes this until `until`. What you began goes on, and portal, export, feedback, appeal and pay stay open: its reasons and the appeal stand under Decisions.',
  },
  programme_over: {
    kind: 'conflict',
    says: 'The programme takes no new work any more. Sharing, feedback, appeals and pay go on.',
  },
  cohort_not_now: {
    kind: 'forbidden',
    says: 'Your cohort does not work at this time: it starts at `startsAt` and ends at `endsAt`.',
  },
  cohort_full: {
    kind: 'conflict',
    says: 'The cohort has no seats for all of these; nobody was moved. Add seats to it, or admit fewer.',
  },
  cohort_foreign: {
    kind: 'invalid',
    says: 'These enrollments are not in the programme of the cohort, or have ended; nobody was moved.',
  },
  own_ruling: {
    kind: 'forbidden',
    says: 'Nobody rules on a question of their own, or in a programme that they manage. Somebody else must do it.',
  },
  conditions_missing: {
    kind: 'invalid',
    says: 'A yes with conditions names the conditions.',
  },
  precedent_missing: {
    kind: 'invalid',
    says: 'Everybody may read what was ruled: write question and answer without names. Only about secrets it may be left out.',
  },
  precedent_names_somebody: {
    kind: 'invalid',
    says: 'The precedent would tell who asked: `found` lists what to take out.',
  },
  ruling_unknown: {
    kind: 'invalid',
    says: 'There is no published ruling of this id in the programme.',
  },
  programme_needed: {
    kind: 'invalid',
    says: 'You are in more than one programme. Say which one with programId.',
  },
});

interface Moved {
  readonly programId: string;
  readonly personId: string;
  readonly verb: string;
}

export interface ApplicationMoved extends Moved {
  readonly applicationId: string;
  readonly from: ApplicationState;
  readonly to: ApplicationState;
}
/** A new application tells of itself with `from: 'draft'` when it is submitted; a kept draft tells nothing. */
export const applicationMoved = eventKind<ApplicationMoved>('enrollment.application_moved');

export interface EnrollmentMoved extends Moved {
  readonly enrollmentId: string;
  readonly from: EnrollmentState | null;
  readonly to: EnrollmentState;
}
/** `from` is null, and the verb `invite`, when an invitation has just created the enrollment. */
export const enrollmentMoved = eventKind<EnrollmentMoved>('enrollment.enrollment_moved');

/** Terms that an artist is asked to accept, or told of. */
export interface TermsAsked {
  readonly enrollmentId: string;
  readonly programId: string;
  readonly personId: string;
  readonly version: number;
  readonly effectiveAt: string;
  readonly isMaterial: boolean;
}
export const termsAsked = eventKind<TermsAsked>('enrollment.terms_asked');

/** Access ends in so many days. */
export interface AccessExpiring {
  readonly enrollmentId: string;
  readonly programId: string;
  readonly personId: string;
  readonly days: number;
  /** RFC 3339. */
  readonly endsAt: string;
}
export const accessExpiring = eventKind<AccessExpiring>('enrollment.access_expiring');

/** An artist is no longer bound to a secret. */
export interface SecrecyLifted {
  readonly enrollmentId: string;
  readonly programId: string;
  readonly personId: string;
  readonly clauseId: string;
  readonly title: string;
}
export const secrecyLifted = eventKind<SecrecyLifted>('enrollment.secrecy_lifted');

export interface RulingMoved extends Moved {
  readonly rulingId: string;
  readonly from: RulingState | null;
  readonly to: RulingState;
  readonly outcome: RulingOutcome | null;
  /** RFC 3339. */
  readonly dueAt: string;
}
export const rulingMoved = eventKind<RulingMoved>('enrollment.ruling_moved');

/** A seat is held out to an address that has an account. */
export interface InvitationMade {
  readonly invitationId: string;
  readonly programId: string;
  readonly personId: string;
  /** RFC 3339. */
  readonly expiresAt: string;
}
export const invitationMade = eventKind<InvitationMade>('enrollment.invitation_made');
