import type { Actor } from '../../../kernel/actor';
import { available } from '../../../kernel/workflow';
import { moneyView } from '../../../platform/http/money.dto';
import { may } from '../../access/contract';
import { taskSeatWorkflow, type TaskSeatFacts } from '../domain/seat.workflow';
import { answerSchema, clipsOf, type ClipLengths } from '../domain/task-form';
import { longestMinutes } from '../domain/task-pay';
import { taskWorkflow, type TaskFacts } from '../domain/task.workflow';
import type { VoidEntity } from '../voids/void.entity';
import { payTaken } from '../voids/void.mapping';
import { fileView } from '../files/feedback-file.dto';
import type { FeedbackFileEntity } from '../files/feedback-file.entity';
import type { TaskSeatView } from './seat.dto';
import type { TaskSeatEntity } from './seat.entity';
import type { TaskView } from './task.dto';
import type { TaskEntity, TaskFormEntity } from './task.entity';
import type { SeatCounts } from './task.repository';

export interface TaskBeside {
  readonly form: TaskFormEntity;
  readonly counts: SeatCounts;
  readonly clips: readonly FeedbackFileEntity[];
  readonly mySeat: TaskSeatEntity | null;
  readonly now: Date;
}

export const lengthsOf = (files: readonly FeedbackFileEntity[]): ClipLengths =>
  new Map(files.map(({ id, seconds }) => [id, seconds]));

export function taskFacts(
  task: Pick<TaskEntity, 'dueAt' | 'seats'>,
  { form, counts, now }: Pick<TaskBeside, 'form' | 'counts' | 'now'>,
  hasReason: boolean,
): TaskFacts {
  return {
    hasForm: form.form.questions.length > 0,
    isBeforeDue: now < task.dueAt,
    hasReason,
    unfinished: counts.taken + counts.submitted + counts.openTimes,
    free: Math.max(0, task.seats - counts.occupied),
  };
}

const RETAKEN = new Set(['released', 'expired']);

function verbsOf(task: TaskEntity, reader: Actor, beside: TaskBeside): string[] {
  const facts = taskFacts(task, beside, true);
  const isFree = facts.free > 0 && facts.isBeforeDue && task.state === 'open';
  const isMine = beside.mySeat !== null && !RETAKEN.has(beside.mySeat.state);
  return [
    ...(reader.roles.includes('artist') && isFree && !isMine ? ['take'] : []),
    ...(may(reader, 'task.manage') && task.state === 'draft' ? ['change'] : []),
    ...available(taskWorkflow, task.state, reader, facts),
  ];
}

export function taskView(task: TaskEntity, reader: Actor, beside: TaskBeside): TaskView {
  const { form, counts, clips, mySeat } = beside;
  const { currency } = task;
  const money = (amount: bigint) => moneyView({ amount, currency });
  const shown = new Set(clipsOf(form.form));
  const files = clips.filter(({ id }) => shown.has(id));
  const { taken, submitted, accepted, openTimes, released, expired, cancelled, voided } = counts;
  const progress = { taken, submitted, accepted, openTimes, released, expired, cancelled, voided };
  return {
    id: task.id,
    programId: task.programId,
    title: task.title,
    intro: task.intro,
    state: task.state,
    price: money(form.price),
    killFee: money(form.killFee),
    minutes: form.minutes,
    hourly: money((form.price * 60n) / BigInt(form.minutes)),
    seats: task.seats,
    free: Math.max(0, task.seats - counts.occupied),
    dueAt: task.dueAt.toISOString(),
    formVersion: form.version,
    questions: form.form.questions.map((one) => ({
      ...one,
      options: [...one.options],
      clips: [...one.clips],
    })),
    clips: files.map(fileView),
    answerSchema: answerSchema(form.form, lengthsOf(files)),
    mySeat: mySeat === null ? null : { id: mySeat.id, state: mySeat.state },
    progress: may(reader, 'task.manage')
      ? { ...progress, earned: money(counts.earned), medianMinutes: counts.medianMinutes }
      : null,
    answer: task.answer,
    publishedAt: task.publishedAt?.toISOString() ?? null,
    available: verbsOf(task, reader, beside),
  };
}

export function seatFacts(
  seat: Pick<TaskSeatEntity, 'personId' | 'decideBy'>,
  task: Pick<TaskEntity, 'dueAt'>,
  actor: Pick<Actor, 'id'>,
  now: Date,
): TaskSeatFacts {
  return {
    isOwner: seat.personId === actor.id,
    isDue: seat.decideBy !== null && seat.decideBy <= now,
    isOver: task.dueAt <= now,
  };
}

export interface SeatBeside {
  readonly task: TaskEntity;
  readonly view: TaskView;
  readonly artist: string;
  /** Voids that are proposed or in force. */
  readonly voids: readonly VoidEntity[];
  readonly now: Date;
}

function seatVerbs(seat: TaskSeatEntity, reader: Actor, { task, now }: SeatBeside): string[] {
  const facts = seatFacts(seat, task, reader, now);
  const { isOwner } = facts;
  const mayTime = seat.timeState === 'capped' && seat.state === 'accepted' && may(reader, 'task.manage');
  return [
    ...(isOwner && seat.state === 'taken' ? ['save'] : []),
    ...available(taskSeatWorkflow, seat.state, reader, facts).filter(
      (verb) => verb !== 'cancel' && verb !== 'restore' && (verb !== 'retake' || task.state === 'open'),
    ),
    ...(mayTime && !isOwner ? ['settleTime'] : []),
  ];
}

export function seatView(seat: TaskSeatEntity, reader: Actor, beside: SeatBeside): TaskSeatView {
  const { view, task, artist } = beside;
  const { id, personId, state, answers, isPartial, share, claimedMinutes, minutes, timeState } = seat;
  return {
    id,
    task: view,
    personId,
    artist,
    state,
    draft: personId === reader.id ? seat.draft : {},
    answers,
    isPartial,
    share,
    amount: seat.amount === null ? null : moneyView({ amount: seat.amount, currency: task.currency }),
    payTaken: payTaken(id, personId === reader.id, beside.voids),
    claimedMinutes,
    minutes,
    timeState,
    timeAnswer: seat.timeAnswer,
    longestMinutes: longestMinutes(view.minutes),
    answer: seat.answer,
    takenAt: seat.takenAt.toISOString(),
    submittedAt: seat.submittedAt?.toISOString() ?? null,
    decideBy: seat.decideBy?.toISOString() ?? null,
    available: seatVerbs(seat, reader, beside),
  };
}
