import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { DAY, later } from '../../../kernel/clock';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { answerFaults, type AnswerFault } from '../../../platform/forms/answers';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { Outbox } from '../../../platform/outbox/outbox';
import { feedbackRefusals, taskTimeSet } from '../contract';
import { ACCEPT_AFTER_DAYS } from '../domain/feedback.workflow';
import { markerFaults, type Marker } from '../domain/markers';
import { answerSchema, clipsOf, type Question, type TaskForm } from '../domain/task-form';
import { confirmedTime } from '../domain/task-pay';
import { FeedbackFileRepository } from '../files/feedback-file.repository';
import { SeatStepService, type LockedSeat } from './seat-step.service';
import type { SeatDraftBody, SeatSubmitBody } from './seat.dto';
import type { Answers } from './seat.entity';
import { TaskSeatRepository } from './seat.repository';
import { lengthsOf } from './task.mapping';

const LARGEST_DRAFT = 400_000;

const isNothing = (value: unknown): boolean =>
  value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const trimmed = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers)
      .map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value] as const)
      .filter(([, value]) => !isNothing(value)),
  );

/** `where.1.until` is “Where does it slide?”, 2, until: people count from one. */
function inWords({ field, needs }: AnswerFault, questions: readonly Question[]): string {
  const [key = '', ...path] = field.split('.');
  const label = questions.find((question) => question.key === key)?.label ?? key;
  const way = path.map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part));
  return `${[`“${label}”`, ...way].join(', ')} ${needs}.`;
}

const unfit = (faults: readonly AnswerFault[], { questions }: TaskForm): Error =>
  refusal(feedbackRefusals, 'answers_unfit', {
    faults: faults.map((fault) => ({ ...fault, says: inWords(fault, questions) })),
  });

/** An artist's part of a task: do, save, hand in, give back. */
@Injectable()
export class TaskSeatService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly seats: TaskSeatRepository,
    private readonly steps: SeatStepService,
    private readonly files: FeedbackFileRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Keeps what was answered so far, however little. */
  async save(me: Actor, once: Once, id: string, { formVersion, answers }: SeatDraftBody): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      const locked = await this.steps.lock(tx, id, me.id);
      const { state } = locked.seat;
      if (state !== 'taken') throw refusal(feedbackRefusals, 'wrong_state', { state, verb: 'save' });
      this.checkVersion(locked, formVersion);
      await this.seats.update(tx, id, { draft: this.storable(locked, answers) });
      return { id };
    });
  }

  /**
   * Hands in with the time that it took. A time that is absurdly long is capped and looked at by a person. Refuses
   * `form_changed`, `answers_unfit` with each fault, `submitted_already` when something else was handed in before.
   */
  async submit(me: Actor, once: Once, id: string, body: SeatSubmitBody): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      const locked = await this.steps.lock(tx, id, me.id);
      const answers = trimmed(this.storable(locked, body.answers));
      const { seat, form, now } = locked;
      if (seat.answers !== null && seat.state !== 'taken') {
        const isSame = JSON.stringify(sorted(seat.answers)) === JSON.stringify(sorted(answers));
        if (isSame && seat.claimedMinutes === body.minutes && seat.isPartial === body.isPartial)
          return { id };
        throw refusal(feedbackRefusals, 'submitted_already');
      }
      this.checkVersion(locked, body.formVersion);
      await this.checkAnswers(tx, locked, answers, body.isPartial);
      const { minutes, state: timeState } = confirmedTime(body.minutes, form.minutes);
      const { isPartial, minutes: claimedMinutes } = body;
      const time = { claimedMinutes, minutes, timeState };
      const handed = { answers, isPartial, submittedAt: now, decideBy: later(now, ACCEPT_AFTER_DAYS * DAY) };
      await this.steps.step(tx, me, locked, 'submit', { ...handed, ...time });
      const { taskId, personId, programId } = seat;
      const about = { seatId: id, taskId, personId, programId };
      await this.outbox.add(tx, taskTimeSet, { ...about, to: timeState, claimedMinutes, minutes });
      return { id };
    });
  }

  /** Gives the seat back: without a reason, and without a consequence. What was saved stays with it. */
  async release(me: Actor, once: Once, id: string): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      await this.steps.step(tx, me, await this.steps.lock(tx, id, me.id), 'release');
      return { id };
    });
  }

  private checkVersion({ seat }: LockedSeat, formVersion: number): void {
    if (formVersion !== seat.formVersion)
      throw refusal(feedbackRefusals, 'form_changed', { formVersion: seat.formVersion });
  }

  /** Only answers to questions that are asked, of a size that can be kept; everything else is named, not dropped. */
  private storable({ form }: LockedSeat, answers: Answers): Answers {
    const text = JSON.stringify(answers);
    const keys = new Set(form.form.questions.map(({ key }) => key));
    const unknown = Object.keys(answers).filter((key) => !keys.has(key));
    const isTooLong = text.length > LARGEST_DRAFT || text.includes(String.raw`\u0000`);
    const faults = unknown.map((field) => ({ field, needs: 'is no question of this form' }));
    if (isTooLong || faults.length > 0) throw unfit(faults, form.form);
    return answers;
  }

  private async checkAnswers(
    tx: Tx,
    { form }: LockedSeat,
    answers: Answers,
    isPartial: boolean,
  ): Promise<void> {
    const lengths = lengthsOf(await this.files.listByIds(clipsOf(form.form), tx));
    const faults = answerFaults(answerSchema(form.form, lengths, isPartial), answers, true);
    const isShaped = (key: string): boolean => faults.every(({ field }) => field.split('.')[0] !== key);
    for (const { key, kind, clips } of form.form.questions)
      if (kind === 'markers' && answers[key] !== undefined && isShaped(key))
        for (const { marker, member, needs } of markerFaults(
          answers[key] as Marker[],
          lengths.get(clips[0] ?? '') ?? 0,
        ))
          faults.push({ field: `${key}.${marker}.${member}`, needs });
    if (faults.length > 0) throw unfit(faults, form.form);
  }
}

/** Members in one order: Postgres keeps jsonb in its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, sorted(member)]));
}
