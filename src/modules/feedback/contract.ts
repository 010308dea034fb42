import { eventKind } from '../../kernel/event';
import type { Currency } from '../../kernel/money';
import { refusals } from '../../kernel/refusal';
import type { AccountName } from '../ledger/contract';
import type { FeedbackState, FeedbackVerb } from './domain/feedback.workflow';
import type { TaskSeatState, TaskSeatVerb } from './domain/seat.workflow';
import type { TaskState, TaskVerb } from './domain/task.workflow';
import type { VoidReason, VoidState } from './domain/void.workflow';
import type { DeclineReason, FeedbackOrigin, FeedbackType } from './domain/words';

export {
  DECLINE_REASONS,
  FEEDBACK_TYPES,
  SENTIMENTS,
  type FeedbackOrigin,
  type FeedbackType,
  type Sentiment,
} from './domain/words';
export { type FeedbackState, type FeedbackVerb } from './domain/feedback.workflow';
export { type TaskSeatState, type TaskSeatVerb } from './domain/seat.workflow';
export { type TaskState, type TaskVerb } from './domain/task.workflow';
export { VOID_REASONS, type VoidReason, type VoidState } from './domain/void.workflow';

export const feedbackRefusals = refusals('feedback', {
  own_feedback: { kind: 'forbidden', says: 'This feedback is your own. Somebody else handles it.' },
  answer_missing: {
    kind: 'invalid',
    says: 'This step needs an answer to the artist. Say what was found and what follows from it.',
  },
  reason_missing: {
    kind: 'invalid',
    says: 'Declining needs a reason of the published list. Tone and opinion are no reasons.',
  },
  original_unfit: {
    kind: 'invalid',
    says: 'A duplicate needs its original: other feedback of the same programme that is no duplicate itself.',
  },
  version_missing: {
    kind: 'invalid',
    says: 'Say in which version it was shipped, so that the artist is credited.',
  },
  marker_outside_clip: { kind: 'invalid', says: 'A marker lies outside of the clip.' },
  marker_malformed: {
    kind: 'invalid',
    says: 'A marker ends after it begins, and its region lies within the picture: x + w and y + h are at most 1.',
  },
  clip_missing: {
    kind: 'invalid',
    says: 'Markers and ratings are about a clip. Name the generation they belong to.',
  },
  not_enrolled: {
    kind: 'forbidden',
    says: 'Feedback belongs to a programme, and you are in none. Apply to one first.',
  },
  programme_needed: { kind: 'invalid', says: 'You are in several programmes. Name the one this is about.' },
  second_look_open: {
    kind: 'conflict',
    says: 'This is decided, and somebody outside of the line looks at it before it takes effect. Their verdict comes within five days; nothing else is decided meanwhile.',
  },
  second_look_no: {
    kind: 'conflict',
    says: 'A second look said no to declining this for what is known. Accept it, or ask the artist for more first.',
  },
  not_due: { kind: 'conflict', says: 'The time to handle this feedback is not over yet.' },
  too_many: {
    kind: 'exhausted',
    says: 'You have sent as much as can be read and paid in this time. Nothing was filed. What you sent before is handled within seven days; send this again after that.',
  },
  file_unfit: {
    kind: 'invalid',
    says: 'This file cannot be attached. Send a PNG, JPEG or WebP picture, a PDF, plain text (8 MB at most) or an MP4 (50 MB at most) under a name that says so.',
  },
  too_many_files: {
    kind: 'invalid',
    says: 'One item carries five files at most, each once and each one’s own. Leave some out.',
  },
  unpriced: {
    kind: 'invalid',
    says: 'Work that the programme asks for has a price above zero before anybody sees it. Name the price of one seat.',
  },
  currency_mismatch: {
    kind: 'invalid',
    says: 'The programme pays in another currency. Name the price in that one.',
  },
  under_minimum: {
    kind: 'invalid',
    says: 'The price is below what the rate card promises for this much time. `minimum` is the least; raise the price or ask for less.',
  },
  fund_short: {
    kind: 'conflict',
    says: 'The fund of the programme does not hold the price of all seats, so nothing was published. Fund it or offer fewer seats.',
  },
  form_unfit: {
    kind: 'invalid',
    says: 'This form cannot be asked. `faults` names each question that is wrong and why.',
  },
  form_missing: {
    kind: 'conflict',
    says: 'A task without questions cannot be published. Add the questions first.',
  },
  form_changed: {
    kind: 'conflict',
    says: 'These answers belong to another version of the form than the one you accepted. Yours has not changed: load your seat again and answer that one.',
  },
  answers_unfit: {
    kind: 'invalid',
    says: 'Some answers are missing or do not fit; `faults` names each. Your draft is kept.',
  },
  due_passed: {
    kind: 'conflict',
    says: 'The due date of this task has passed. Nothing is lost and nothing counts against anybody; other tasks are open.',
  },
  no_seat: {
    kind: 'conflict',
    says: 'All seats of this task are taken. Nothing was accepted; other tasks are open.',
  },
  seat_taken: { kind: 'conflict', says: 'You had a seat in this task already. Each artist does it once.' },
  task_closed: {
    kind: 'conflict',
    says: 'This task is not open (any more). Nothing was accepted; other tasks are open.',
  },
  task_under_way: {
    kind: 'conflict',
    says: 'Seats of this task are still under way. It closes by itself when each of them has an end.',
  },
  submitted_already: {
    kind: 'conflict',
    says: 'You handed this in already, and what you sent first stands. Nothing was changed.',
  },
  time_settled: { kind: 'conflict', says: 'The time of this seat is settled already. Reload to see it.' },
  void_reason_missing: {
    kind: 'invalid',
    says: 'Taking pay back needs a reason of the published list. Tone and opinion are none, and a duplicate is paid at its own rate.',
  },
  not_paid: {
    kind: 'conflict',
    says: 'Only what was accepted for pay can be taken back. Reload to see where it stands.',
  },
  void_open: {
    kind: 'conflict',
    says: 'Taking back this pay was proposed already. Confirm or drop that one.',
  },
  second_person_missing: {
    kind: 'forbidden',
    says: 'This needs another person than whoever decided before. Nothing was changed; ask a colleague.',
  },
});

/** Feedback took a step. A listener that pays does so on `to` accepted, and at the duplicate rate on `to` duplicate. */
export interface FeedbackMoved {
  readonly feedbackId: string;
  /**
   * Under what name it is paid: the cause of the earning. For what was filed without one's name it is another id than
   * `feedbackId`, so that nobody who reads the books learns which item it was. Never store both together.
   */
  readonly payRef: string;
  /** Filed without the author's name: no message to staff may name the person. */
  readonly isPrivate: boolean;
  readonly origin: FeedbackOrigin;
  readonly personId: string;
  readonly programId: string;
  readonly type: FeedbackType;
  readonly verb: FeedbackVerb | 'file';
  /** `null`: it was filed. */
  readonly from: FeedbackState | null;
  readonly to: FeedbackState;
  /** Of a decline. */
  readonly reason?: DeclineReason | null;
  /** What it was merged into. */
  readonly originalId?: string | null;
  /** What it was shipped in. */
  readonly version?: string | null;
}
export const feedbackMoved = eventKind<FeedbackMoved>('feedback.feedback_moved');

/** What other modules may know of one item. Its sentiment is not among it. */
export interface FeedbackCard {
  readonly id: string;
  readonly programId: string;
  readonly personId: string;
  readonly type: FeedbackType;
  readonly state: FeedbackState;
  readonly generationId: string | null;
}

/** A task of the programme took a step. */
export interface TaskMoved {
  readonly taskId: string;
  readonly programId: string;
  readonly verb: TaskVerb;
  readonly from: TaskState;
  readonly to: TaskState;
}
export const taskMoved = eventKind<TaskMoved>('feedback.task_moved');

/** A task is open to this artist: one event for each. `price` is an integer of minor units as text, for one seat. */
export interface TaskOffered {
  readonly taskId: string;
  readonly personId: string;
  readonly programId: string;
  readonly title: string;
  readonly price: string;
  readonly currency: Currency;
  readonly minutes: number;
  /** RFC 3339. */
  readonly dueAt: string;
}
export const taskOffered = eventKind<TaskOffered>('feedback.task_offered');

/** A seat of a task took a step. `from` is null when it was taken for the first time. */
export interface TaskSeatMoved {
  readonly seatId: string;
  readonly taskId: string;
  readonly personId: string;
  readonly programId: string;
  readonly verb: TaskSeatVerb | 'take';
  readonly from: TaskSeatState | null;
  readonly to: TaskSeatState;
}
export const taskSeatMoved = eventKind<TaskSeatMoved>('feedback.task_seat_moved');

/** What of the price a seat earned. */
export const SEAT_SHARES = ['full', 'partial', 'kill_fee'] as const;
export type SeatShare = (typeof SEAT_SHARES)[number];

/**
 * A seat has earned its pay: told once for each seat, whatever happens afterwards (`payVoided` takes it back). Amounts are
 * integers of minor units as text. The money is held in `source` and must be taken from there.
 */
export interface TaskEarned {
  readonly seatId: string;
  readonly taskId: string;
  readonly personId: string;
  readonly programId: string;
  readonly share: SeatShare;
  /** What is owed. */
  readonly amount: string;
  /** The price of the whole task, as the artist accepted it. */
  readonly price: string;
  readonly currency: Currency;
  readonly source: AccountName;
  readonly formVersion: number;
  /** As promised before accepting. */
  readonly estimatedMinutes: number;
  /** As confirmed; null for a kill fee, and while an absurdly long time is being looked at `isTimeOpen` is true. */
  readonly confirmedMinutes: number | null;
  readonly isTimeOpen: boolean;
}
export const taskEarned = eventKind<TaskEarned>('feedback.task_earned');

export interface SettledSeat {
  readonly seatId: string;
  readonly personId: string;
  /** What the seat earned, minor units as text. */
  readonly amount: string;
  readonly estimatedMinutes: number;
  readonly minutes: number;
  readonly formVersion: number;
}

/**
 * Every seat of a task has its end and every time is settled: told once. `seats` are those that were done in full and
 * not voided; the median of their `minutes` against the estimate is what a true-up goes by.
 */
export interface TaskSettled {
  readonly taskId: string;
  readonly programId: string;
  readonly currency: Currency;
  readonly seats: readonly SettledSeat[];
}
export const taskSettled = eventKind<TaskSettled>('feedback.task_settled');

/** The time that an artist named for a seat was counted, capped for a look, or settled by a person. */
export interface TaskTimeSet {
  readonly seatId: string;
  readonly taskId: string;
  readonly personId: string;
  readonly programId: string;
  readonly to: 'confirmed' | 'capped' | 'settled';
  readonly claimedMinutes: number;
  /** What counts now. */
  readonly minutes: number;
}
export const taskTimeSet = eventKind<TaskTimeSet>('feedback.task_time_set');

/**
 * Pay for accepted work was taken back by two people, or given again. On `confirmed` a listener that pays reverses the
 * earning of this cause; on `overturned` it makes a new one of the same amount.
 */
export interface PayVoided {
  readonly voidId: string;
  readonly subject: 'feedback' | 'task_seat';
  /** Cause id of the earning: `payRef` of the feedback, or the seat's id. */
  readonly payRef: string;
  readonly personId: string;
  readonly programId: string;
  readonly reason: VoidReason;
  readonly to: Extract<VoidState, 'confirmed' | 'overturned'>;
}
export const payVoided = eventKind<PayVoided>('feedback.pay_voided');

/** Nothing comes of taking pay back: told once to the artist, and once to whoever proposed it unless they dropped it themselves. */
export interface VoidDropped {
  readonly voidId: string;
  readonly subject: 'feedback' | 'task_seat';
  /** The item or the seat. */
  readonly subjectId: string;
  readonly programId: string;
  /** Who is told. */
  readonly personId: string;
  readonly as: 'artist' | 'proposer';
  /** A second look said no after two had agreed. */
  readonly isLookedAt: boolean;
}
export const voidDropped = eventKind<VoidDropped>('feedback.void_dropped');

/** What an artist's feedback was joined with has shipped: told once for each of them, beside the original's own move. */
export interface FeedbackCredited {
  readonly feedbackId: string;
  readonly originalId: string;
  readonly personId: string;
  readonly programId: string;
  readonly version: string;
}
export const feedbackCredited = eventKind<FeedbackCredited>('feedback.feedback_credited');

/** What one artist's feedback came to in a week, for a letter. */
export interface WeekSummed {
  readonly personId: string;
  /** Monday, as YYYY-MM-DD. */
  readonly week: string;
  readonly accepted: number;
  readonly answered: number;
  readonly shipped: readonly string[];
  readonly waiting: number;
  readonly asked: number;
  readonly openTasks: number;
}
export const weekSummed = eventKind<WeekSummed>('feedback.week_summed');
