import { eventKind } from '../../kernel/event';
import { refusals } from '../../kernel/refusal';

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
}

/** Why somebody may be declined. None of them is tone or opinion. */
export const DECLINE_CODES = ['capacity', 'fit', 'portfolio', 'eligibility', 'incomplete', 'terms'] as const;
export type DeclineCode = (typeof DECLINE_CODES)[number];

/** What a suspension takes away: generation, and nothing else. Portal, export, appeal and pay stay open. */
export const SUSPENSION_SCOPES = ['generation'] as const;
export type SuspensionScope = (typeof SUSPENSION_SCOPES)[number];

export const enrollmentRefusals = refusals('enrollment', {
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
  not_enrolled: {
    kind: 'forbidden',
    says: 'You are not in this programme. Apply on its page; an invitation opens the Studio.',
  },
  terms_pending: {
    kind: 'forbidden',
    says: 'You are invited. Read and accept the terms first: they are under Terms of your enrollment.',
  },
  enrollment_paused: { kind: 'forbidden', says: 'You have paused your enrollment. Resume it to go on.' },
  enrollment_suspended: {
    kind: 'forbidden',
    says: 'Generation is suspended until the date shown. Portal, export, appeal and pay stay open to you.',
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
