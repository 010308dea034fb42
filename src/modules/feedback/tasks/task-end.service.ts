import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { LedgerService } from '../../ledger';
import { feedbackRefusals, taskMoved, taskSettled } from '../contract';
import { taskUnspent } from '../domain/recipes';
import { taskWorkflow, type TaskVerb } from '../domain/task.workflow';
import { FeedbackRepository } from '../feedback.repository';
import { TaskSeatRepository } from './seat.repository';
import type { TaskEntity } from './task.entity';
import { taskFacts } from './task.mapping';
import { TaskRepository } from './task.repository';

/** Steps of a task, and what follows when its last seat has an end: what is unspent goes back, the times are told. */
@Injectable()
export class TaskEndService {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly seats: TaskSeatRepository,
    private readonly feedback: FeedbackRepository,
    private readonly ledger: LedgerService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** Takes `verb` on a locked task; the workflow says who may and why not. `false`: it was there already. */
  async step(tx: Tx, me: Actor, task: TaskEntity, verb: TaskVerb, answer = ''): Promise<boolean> {
    const form = await this.tasks.form(task.id, task.formVersion, tx);
    const counts = (await this.tasks.counts([task.id], tx))(task.id);
    const facts = taskFacts(task, { form, counts, now: await this.feedback.time(tx) }, answer !== '');
    const decision = decide(taskWorkflow, task.state, verb, me, facts);
    if (decision.kind === 'already') return false;
    if (decision.kind === 'refused')
      throw refusedMove(feedbackRefusals, decision.code, taskWorkflow, task.state, verb);
    if (answer !== '') await this.tasks.update(tx, task.id, { answer });
    const { id, programId, state: from } = task;
    const isMoved = await this.tasks.move(tx, {
      id,
      verb,
      from,
      to: decision.to,
      actor: me,
      note: { answer },
    });
    if (!isMoved) throw refusal(feedbackRefusals, 'wrong_state', { state: from, verb });
    await this.audit.record(tx, me, `task.${verb}`, id, { programId, from, to: decision.to });
    await this.outbox.add(tx, taskMoved, { taskId: id, programId, verb, from, to: decision.to });
    return true;
  }

  /** Closes and settles the task if nothing of it is under way any more. Any number of calls settle it once. */
  async follow(tx: Tx, taskId: string): Promise<void> {
    const task = await this.tasks.lock(tx, taskId);
    if (task === null || task.publishedAt === null || task.settledAt !== null) return;
    const form = await this.tasks.form(taskId, task.formVersion, tx);
    const counts = (await this.tasks.counts([taskId], tx))(taskId);
    const now = await this.feedback.time(tx);
    const { unfinished, free, isBeforeDue } = taskFacts(task, { form, counts, now }, true);
    if (unfinished > 0 || (task.state === 'open' && free > 0 && isBeforeDue)) return;
    if (task.state === 'open') await this.step(tx, SYSTEM, task, 'close');
    const unspent = taskUnspent(task, task.held - counts.earned);
    if (unspent !== null) await this.ledger.post(tx, unspent);
    await this.tasks.update(tx, taskId, { settledAt: now });
    await this.tellTimes(tx, task, form.minutes);
  }

  /** The locked task, or `null`; who moves a seat of it locks it first. */
  async lock(tx: Tx, taskId: string): Promise<TaskEntity | null> {
    return this.tasks.lock(tx, taskId);
  }

  /** A seat counts again after the task was settled: the times are told once more, and whoever misses a top-up gets it. */
  async tellAgain(tx: Tx, task: TaskEntity): Promise<void> {
    if (task.settledAt === null) return;
    await this.tellTimes(tx, task, (await this.tasks.form(task.id, task.formVersion, tx)).minutes);
  }

  private async tellTimes(
    tx: Tx,
    { id: taskId, programId, currency }: TaskEntity,
    estimatedMinutes: number,
  ): Promise<void> {
    const seats = (await this.seats.ofTask(tx, taskId)).filter(
      ({ state, share }) => state === 'accepted' && share === 'full',
    );
    await this.outbox.add(tx, taskSettled, {
      taskId,
      programId,
      currency,
      seats: seats.map((seat) => ({
        seatId: seat.id,
        personId: seat.personId,
        amount: (seat.amount ?? 0n).toString(),
        estimatedMinutes,
        minutes: seat.minutes ?? 1,
        formVersion: seat.formVersion,
      })),
    });
  }
}
