import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { account } from '../../ledger/contract';
import { feedbackRefusals, taskEarned, taskSeatMoved, type SeatShare } from '../contract';
import { taskSeatWorkflow, type TaskSeatVerb } from '../domain/seat.workflow';
import { isWhole, partOf } from '../domain/task-pay';
import { FeedbackRepository } from '../feedback.repository';
import type { TaskSeatEntity } from './seat.entity';
import { TaskSeatRepository, type SeatColumns } from './seat.repository';
import type { TaskEntity, TaskFormEntity } from './task.entity';
import { seatFacts } from './task.mapping';
import { TaskRepository } from './task.repository';

/** A seat and its task, both locked, the task first. */
export interface LockedSeat {
  readonly task: TaskEntity;
  readonly form: TaskFormEntity;
  readonly seat: TaskSeatEntity;
  readonly now: Date;
}

/** Every step of a seat, of artist, staff and clock alike. */
@Injectable()
export class SeatStepService {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly seats: TaskSeatRepository,
    private readonly feedback: FeedbackRepository,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** Refuses `not_found`; of somebody else's seat too, where `ownerId` is given. */
  async lock(tx: Tx, id: string, ownerId?: string): Promise<LockedSeat> {
    const found = await this.seats.find(id, tx);
    if (found === null || (ownerId !== undefined && found.personId !== ownerId))
      throw refusal(feedbackRefusals, 'not_found');
    const task = await this.tasks.lock(tx, found.taskId);
    const seat = await this.seats.lock(tx, id);
    if (task === null || seat === null) throw refusal(feedbackRefusals, 'not_found');
    const form = await this.tasks.form(task.id, seat.formVersion, tx);
    return { task, seat, form, now: await this.feedback.time(tx) };
  }

  /** Takes `verb` and writes `columns`; the workflow says who may and why not. `false`: it was there already. */
  async step(
    tx: Tx,
    me: Actor,
    { seat, task, now }: LockedSeat,
    verb: TaskSeatVerb,
    columns: SeatColumns = {},
  ): Promise<boolean> {
    const decision = decide(taskSeatWorkflow, seat.state, verb, me, seatFacts(seat, task, me, now));
    if (decision.kind === 'already') return false;
    if (decision.kind === 'refused')
      throw refusedMove(feedbackRefusals, decision.code, taskSeatWorkflow, seat.state, verb);
    await this.seats.update(tx, seat.id, columns);
    const { id, taskId, personId, programId, state: from } = seat;
    const isMoved = await this.seats.move(tx, { id, verb, from, to: decision.to, actor: me });
    if (!isMoved) throw refusal(feedbackRefusals, 'wrong_state', { state: from, verb });
    await this.audit.record(tx, me, `task_seat.${verb}`, id, { taskId, from, to: decision.to });
    const about = { seatId: id, taskId, personId, programId };
    await this.outbox.add(tx, taskSeatMoved, { ...about, verb, from, to: decision.to });
    return true;
  }

  /** What a handed-in seat is worth. */
  worth({ seat, form }: LockedSeat): { share: SeatShare; amount: bigint } {
    const answers = seat.answers ?? {};
    if (!seat.isPartial || isWhole(form.form, answers)) return { share: 'full', amount: form.price };
    return { share: 'partial', amount: partOf(form.price, form.form, answers) };
  }

  /** What is paid for a seat that the programme cancels: the kill fee, or what was done of it when that is more. */
  killed({ seat, form }: LockedSeat): { share: SeatShare; amount: bigint } {
    const done = partOf(form.price, form.form, seat.draft);
    return { share: 'kill_fee', amount: done > form.killFee ? done : form.killFee };
  }

  /** Tells that a seat has earned. Its caller has just moved the seat, so that it is told once. */
  async earned(
    tx: Tx,
    { seat, task, form }: LockedSeat,
    { share, amount }: { share: SeatShare; amount: bigint },
  ): Promise<void> {
    await this.outbox.add(tx, taskEarned, {
      seatId: seat.id,
      taskId: task.id,
      personId: seat.personId,
      programId: task.programId,
      share,
      amount: amount.toString(),
      price: form.price.toString(),
      currency: task.currency,
      source: account.task(task.id, task.currency),
      formVersion: form.version,
      estimatedMinutes: form.minutes,
      confirmedMinutes: share === 'kill_fee' ? null : seat.minutes,
      isTimeOpen: seat.timeState === 'capped',
    });
  }
}
