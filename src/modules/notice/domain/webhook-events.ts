import type { EventKind } from '../../../kernel/event';
import { keyStopped } from '../../access/contract';
import { appealMoved, submissionMoved, workPublished } from '../../approval/contract';
import { earned } from '../../compensation/contract';
import { applicationMoved, enrollmentMoved } from '../../enrollment/contract';
import { feedbackMoved, taskMoved, taskOffered, taskSeatMoved, taskTimeSet } from '../../feedback/contract';
import { generationMoved } from '../../generation/contract';
import { payoutMoved } from '../../payouts/contract';
import { goodwillGiven, toppedUp } from '../../quota/contract';

/** A kind of message. `members` of the event leave Atelier, nothing else: ids, states and amounts, no text of a person. */
export interface WebhookEvent {
  readonly event: string;
  readonly says: string;
  readonly members: readonly string[];
  /** Only these verbs of the event; absent: all of them. */
  readonly verbs?: readonly string[];
  /** Endpoints of managers get it for everybody; those of artists only what is theirs. */
  readonly isForStaff: boolean;
}

function row<P extends object>(
  kind: EventKind<P>,
  says: string,
  members: readonly (keyof P & string)[],
  isForStaff = false,
): WebhookEvent {
  return { event: kind.name, says, members, isForStaff };
}

/** The same of some verbs only. */
function rowOf<P extends { readonly verb: string }>(
  kind: EventKind<P>,
  verbs: readonly P['verb'][],
  says: string,
  members: readonly (keyof P & string)[],
): WebhookEvent {
  return { ...row(kind, says, members, true), verbs };
}

const MOVED = ['verb', 'from', 'to'] as const;
const WHOSE = ['personId', 'programId'] as const;
const ITEM = ['feedbackId', 'type', 'origin'] as const;

/** The closed list of what a webhook can be told of. Its names are part of the API. */
export const WEBHOOK_EVENTS = {
  'generation.ended': row(
    generationMoved,
    'A clip has reached an end: succeeded, failed, canceled or another.',
    ['generationId', 'enrollmentId', ...WHOSE, ...MOVED],
    true,
  ),
  'submission.moved': row(
    submissionMoved,
    'A submission took a step on its way to the public.',
    ['submissionId', 'generationId', ...WHOSE, ...MOVED],
    true,
  ),
  'appeal.moved': row(
    appealMoved,
    'An appeal was filed or took a step.',
    ['appealId', 'submissionId', ...WHOSE, ...MOVED],
    true,
  ),
  'work.published': row(
    workPublished,
    'A work went public for the first time.',
    ['workId', 'slug', 'submissionId', 'generationId', ...WHOSE],
    true,
  ),
  'feedback.moved': row(
    feedbackMoved,
    'Feedback was filed or took a step.',
    ['feedbackId', 'type', ...WHOSE, ...MOVED],
    true,
  ),
  'feedback.created': rowOf(feedbackMoved, ['file'], 'Feedback was filed.', [...ITEM, ...WHOSE, 'to']),
  'feedback.answered': rowOf(
    feedbackMoved,
    ['accept', 'acceptLate', 'decline', 'overturn', 'askInfo'],
    'Feedback was accepted, declined for a published reason, or asked about.',
    [...ITEM, ...WHOSE, ...MOVED, 'reason'],
  ),
  'feedback.merged': rowOf(
    feedbackMoved,
    ['markDuplicate'],
    'Feedback was joined with an earlier item that says the same.',
    [...ITEM, ...WHOSE, ...MOVED, 'originalId'],
  ),
  'feedback.shipped': rowOf(feedbackMoved, ['ship'], 'What feedback asked for is in a version.', [
    ...ITEM,
    ...WHOSE,
    ...MOVED,
    'version',
  ]),
  'task.moved': row(
    taskMoved,
    'A task was published, closed or cancelled.',
    ['taskId', 'programId', ...MOVED],
    true,
  ),
  'task.offered': row(taskOffered, 'Paid work is open to the artist.', [
    'taskId',
    'price',
    'currency',
    'minutes',
    'dueAt',
    ...WHOSE,
  ]),
  'task_seat.moved': row(
    taskSeatMoved,
    'A seat of a task was taken, handed in, accepted, or took another step.',
    ['seatId', 'taskId', ...WHOSE, ...MOVED],
    true,
  ),
  'task_seat.timed': row(
    taskTimeSet,
    'The time of a seat was confirmed, capped for a look, or settled.',
    ['seatId', 'taskId', 'claimedMinutes', 'minutes', 'to', ...WHOSE],
    true,
  ),
  'application.moved': row(
    applicationMoved,
    'An application took a step.',
    ['applicationId', ...WHOSE, ...MOVED],
    true,
  ),
  'enrollment.moved': row(
    enrollmentMoved,
    'A membership took a step.',
    ['enrollmentId', ...WHOSE, ...MOVED],
    true,
  ),
  'earning.created': row(earned, 'Money became owed.', [
    'earningId',
    'amount',
    'currency',
    'cause',
    ...WHOSE,
  ]),
  'payout.moved': row(payoutMoved, 'A payout took a step.', [
    'payoutId',
    'batchId',
    'personId',
    'amount',
    'currency',
    ...MOVED,
  ]),
  'credits.topped_up': row(toppedUp, 'Credits were added by the programme.', [
    'topUpId',
    'enrollmentId',
    'credits',
    ...WHOSE,
  ]),
  'credits.given_back': row(goodwillGiven, 'Credits of a clip came back.', [
    'generationId',
    'enrollmentId',
    'cause',
    'credits',
    ...WHOSE,
  ]),
  'key.stopped': row(keyStopped, 'An API key was stopped.', ['keyId', 'personId', 'reason']),
} as const satisfies Record<string, WebhookEvent>;

export type WebhookEventName = keyof typeof WEBHOOK_EVENTS;
export const WEBHOOK_EVENT_NAMES = Object.keys(WEBHOOK_EVENTS) as WebhookEventName[];

/** Sent by the test button only; needs no subscription. */
export const TEST_EVENT = 'webhook.test';

export interface WebhookMessage {
  readonly name: WebhookEventName;
  readonly isForStaff: boolean;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The messages that an event becomes, one for each row that fits it; none: nobody can be told of it. */
export function messagesOf(event: string, payload: object): WebhookMessage[] {
  const values = payload as Readonly<Record<string, unknown>>;
  const isHidden = (member: string): boolean => member === 'personId' && values.isPrivate === true;
  const valueOf = (member: string): unknown => (isHidden(member) ? null : (values[member] ?? null));
  return WEBHOOK_EVENT_NAMES.flatMap((name) => {
    const { event: of, verbs, members, isForStaff }: WebhookEvent = WEBHOOK_EVENTS[name];
    if (of !== event || (verbs !== undefined && !verbs.includes(String(values.verb)))) return [];
    return [
      { name, isForStaff, data: Object.fromEntries(members.map((member) => [member, valueOf(member)])) },
    ];
  });
}
