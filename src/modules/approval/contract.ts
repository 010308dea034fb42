import { eventKind } from '../../kernel/event';
import { refusals } from '../../kernel/refusal';
import type { AppealState, AppealVerb } from './domain/appeal.workflow';
import { GALLERY_REFUSALS } from './domain/gallery-refusals';
import { SHOWCASE_REFUSALS } from './domain/showcase-refusals';
import type { Use } from './domain/showcase';
import type { Statement } from './domain/statement';
import type { SubmissionState, SubmissionVerb } from './domain/submission.workflow';

export { AUDIENCES, LABELS, type Audience, type Label } from './domain/audience';
export { GROUNDS, type Ground } from './domain/grounds';
export { CLOCKS, RISK_TABLE, type Risk } from './domain/risk';
export type { Stance } from './domain/stance';
export type { Statement, Timecode } from './domain/statement';
export type { SubmissionState, SubmissionVerb } from './domain/submission.workflow';
export type { AppealState, AppealVerb } from './domain/appeal.workflow';
export type { ApprovalNumbers } from './domain/numbers';

export const approvalRefusals = refusals('approval', {
  already_submitted: {
    kind: 'conflict',
    says: 'This clip has an open submission already. Follow that one, or withdraw it first.',
  },
  rights_missing: {
    kind: 'invalid',
    says: 'The rights statement is not complete. The missing parts are named.',
  },
  title_missing: { kind: 'invalid', says: 'It has no title. Give it one that it may be shown under.' },
  wish_impossible: {
    kind: 'invalid',
    says: 'The wished date lies in the past, more than a year ahead, or before the end of the embargo. Choose another, or none.',
  },
  embargo_past: {
    kind: 'invalid',
    says: 'The embargo lies in the past or more than a year ahead. Choose another date, or none.',
  },
  own_work: { kind: 'forbidden', says: 'This is your own work. Somebody else decides about it.' },
  conflict_of_interest: {
    kind: 'forbidden',
    says: 'You are named as a co-author, or you declared a conflict with this artist. Somebody else decides about it.',
  },
  decided_just_now: {
    kind: 'conflict',
    says: 'A verdict was given a moment ago and has not left yet. Take it back first, or wait until it has left.',
  },
  nothing_to_undo: {
    kind: 'conflict',
    says: 'There is no verdict of yours to take back here: it has left already, or there was none.',
  },
  queue_empty: {
    kind: 'not_found',
    says: 'Nothing waits for you with these filters. Widen them, or look again later.',
  },
  old_clause: {
    kind: 'invalid',
    says: 'This clause is from a version of the terms that neither is in force nor was when it was handed in. Cite one of the versions named.',
  },
  policy_unsafe: {
    kind: 'invalid',
    says: 'This policy breaks what every sharing policy keeps. The faults are named; nothing was published.',
  },
  policy_outdated: {
    kind: 'conflict',
    says: 'Somebody published another version meanwhile. Reload, compare, and publish on top of that one.',
  },
  time_outside: {
    kind: 'invalid',
    says: 'The clip does not reach to that time. Step to a frame of it and take the time from there.',
  },
  region_outside: {
    kind: 'invalid',
    says: 'The region leaves the picture. Draw it again within the frame.',
  },
  note_stays: {
    kind: 'conflict',
    says: 'A decision was made after this note: it is kept with it. Write another note instead.',
  },
  already_declared: {
    kind: 'conflict',
    says: 'You declared this conflict before. It is in your list of conflicts.',
  },
  opinion_given: {
    kind: 'conflict',
    says: 'A second opinion on this decision was given already. Take the next one.',
  },
  claimed_by_other: {
    kind: 'conflict',
    says: 'Another reviewer has claimed this. Take the next one, or wait until the claim ends.',
  },
  assigned_to_other: {
    kind: 'conflict',
    says: 'A manager assigned this to another reviewer. Take the next one, or ask a manager to give it back to everybody.',
  },
  assignee_unfit: {
    kind: 'conflict',
    says: 'This person cannot be asked about it: it is their own work in whole or in part, they declared a conflict, they passed it up themselves, or they are no reviewer. Choose somebody else.',
  },
  not_assigned: {
    kind: 'conflict',
    says: 'This is assigned to nobody any more. Reload to see where it stands.',
  },
  on_hold: {
    kind: 'conflict',
    says: 'Another reviewer put this on hold until the time named; its clock goes on. Take the next one, or wait until the hold ends.',
  },
  hold_outside: {
    kind: 'invalid',
    says: 'A hold ends after now and with the deadline at the latest, for the clock goes on; where that has passed, within a day. The latest time is named.',
  },
  not_on_hold: { kind: 'conflict', says: 'This is not on hold any more. Reload to see where it stands.' },
  not_your_hold: {
    kind: 'forbidden',
    says: 'Before its time a hold is ended by whoever put it there, or by a manager. Ask them, or take the next one.',
  },
  claim_expired: {
    kind: 'conflict',
    says: 'Your claim ran out after 15 minutes and nothing was decided. Claim it again.',
  },
  not_claimed: { kind: 'conflict', says: 'Claim this submission before you decide about it.' },
  note_missing: { kind: 'invalid', says: 'Say what to change or what to look at: at least 10 characters.' },
  statement_incomplete: {
    kind: 'invalid',
    says: 'Nobody is refused without reasons. The missing parts of the statement are named.',
  },
  second_person_needed: {
    kind: 'conflict',
    says: 'A no on a high-stakes item needs two people. Escalate it with your note; another reviewer can then decline.',
  },
  not_due: { kind: 'conflict', says: 'The time for a decision is not over yet.' },
  second_look_no: {
    kind: 'conflict',
    says: 'Somebody outside of the line has looked at this refusal of yours and said no. Release it; another reviewer decides.',
  },
  embargoed: {
    kind: 'conflict',
    says: 'The artist asked not to publish this before a date that is yet to come.',
  },
  nothing_to_appeal: {
    kind: 'conflict',
    says: 'Only a refusal or a removal can be appealed. There is none in force here.',
  },
  already_appealed: {
    kind: 'conflict',
    says: 'This decision was appealed before. The answer to that appeal stands.',
  },
  appeal_too_late: { kind: 'conflict', says: 'The six months for an appeal against this decision are over.' },
  took_part: {
    kind: 'forbidden',
    says: 'You took part in this submission before. An appeal is heard by somebody else.',
  },
  heard_by_other: { kind: 'conflict', says: 'Another reviewer hears this appeal.' },
  appeal_closed: {
    kind: 'conflict',
    says: 'This appeal is closed. What was said and decided stays readable; nothing more is added.',
  },
  reasons_missing: { kind: 'invalid', says: 'An appeal is answered with reasons: at least 20 characters.' },
  work_taken_down: {
    kind: 'conflict',
    says: 'This work was taken down. It can be appealed, not listed again.',
  },
  ...GALLERY_REFUSALS,
  ...SHOWCASE_REFUSALS,
});

/** A submission took a step. `statement` is there when it was refused or taken down, `note` when a person wrote one. */
export interface SubmissionMoved {
  readonly submissionId: string;
  readonly generationId: string;
  readonly personId: string;
  readonly programId: string;
  readonly verb: SubmissionVerb;
  readonly from: SubmissionState;
  readonly to: SubmissionState;
  readonly title: string;
  readonly note: string | null;
  readonly statement: Statement | null;
}
export const submissionMoved = eventKind<SubmissionMoved>('approval.submission_moved');

/** A manager asked a reviewer, `personId`, to decide a submission. */
export interface SubmissionAssigned {
  readonly personId: string;
  readonly submissionId: string;
  readonly title: string;
}
export const submissionAssigned = eventKind<SubmissionAssigned>('approval.submission_assigned');

/** An appeal was filed (`from` null) or took a step. `personId` is the artist. */
export interface AppealMoved {
  readonly appealId: string;
  readonly submissionId: string;
  readonly personId: string;
  readonly programId: string;
  readonly verb: AppealVerb | 'file';
  readonly from: AppealState | null;
  readonly to: AppealState;
  /** The hearer's answer, once there is one. */
  readonly reasons: string | null;
}
export const appealMoved = eventKind<AppealMoved>('approval.appeal_moved');

/** Something was said in an appeal. `personId` is who is told: the artist, or whoever hears it. */
export interface AppealMessageSent {
  readonly appealId: string;
  readonly submissionId: string;
  readonly personId: string;
  readonly isByArtist: boolean;
}
export const appealMessageSent = eventKind<AppealMessageSent>('approval.appeal_message_sent');

/** A work went public for the first time. A listed again or reinstated work is not told twice. */
export interface WorkPublished {
  readonly workId: string;
  readonly submissionId: string;
  readonly generationId: string;
  readonly personId: string;
  readonly programId: string;
  readonly slug: string;
}
export const workPublished = eventKind<WorkPublished>('approval.work_published');

/** A use of a work was taken: a slot of the showcase, marketing, training or press. It is paid for once, under its id. */
export interface LicenceGranted {
  readonly licenceId: string;
  readonly workId: string;
  readonly personId: string;
  readonly programId: string;
  readonly use: Use;
  /** The line of the rate card that prices it. */
  readonly rateItem: 'showcase.licence' | 'licence.marketing' | 'licence.training' | 'licence.press';
  /** Round of the showcase; `null`: a use taken by itself. */
  readonly roundId: string | null;
  readonly purpose: string;
  readonly title: string;
  readonly endsAt: string;
}
export const licenceGranted = eventKind<LicenceGranted>('approval.licence_granted');
