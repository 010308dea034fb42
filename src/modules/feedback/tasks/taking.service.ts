import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { feedbackRefusals, taskSeatMoved } from '../contract';
import { SeatStepService } from './seat-step.service';
import { TaskSeatRepository } from './seat.repository';
import type { TaskEntity } from './task.entity';
import { TaskRepository } from './task.repository';

/** Accepting a task. Under the task's lock, so that there are never more seats taken than there are. */
@Injectable()
export class TakingService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly tasks: TaskRepository,
    private readonly seats: TaskSeatRepository,
    private readonly steps: SeatStepService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Accepts a seat and returns its id; who has it already gets it again. `programIds` are those that the artist takes part
   * in. Refuses `task_closed`, `due_passed`, `no_seat`, `seat_taken`, `form_changed`.
   */
  async take(
    me: Actor,
    once: Once,
    taskId: string,
    formVersion: number,
    programIds: readonly string[],
  ): Promise<string> {
    const { id } = await this.idempotency.run(once, async (tx) => {
      const task = await this.tasks.lock(tx, taskId);
      if (task === null || task.state === 'draft' || !programIds.includes(task.programId))
        throw refusal(feedbackRefusals, 'not_found');
      return { id: await this.seat(tx, me, task, formVersion) };
    });
    return id;
  }

  private async seat(tx: Tx, me: Actor, task: TaskEntity, formVersion: number): Promise<string> {
    const mine = await this.seats.ofPerson(tx, task.id, me.id);
    if (mine?.state === 'taken') return mine.id;
    if (mine !== null && mine.state !== 'released' && mine.state !== 'expired')
      throw refusal(feedbackRefusals, 'seat_taken');
    if (task.state !== 'open') throw refusal(feedbackRefusals, 'task_closed');
    if (task.formVersion !== formVersion)
      throw refusal(feedbackRefusals, 'form_changed', { formVersion: task.formVersion });
    const { occupied } = (await this.tasks.counts([task.id], tx))(task.id);
    if (occupied >= task.seats) throw refusal(feedbackRefusals, 'no_seat', { seats: task.seats });
    return mine === null ? this.first(tx, me, task) : this.again(tx, me, mine.id, formVersion);
  }

  private async first(
    tx: Tx,
    me: Actor,
    { id: taskId, programId, dueAt, formVersion }: TaskEntity,
  ): Promise<string> {
    if (dueAt <= new Date()) throw refusal(feedbackRefusals, 'due_passed');
    const id = newId('sea');
    await this.seats.insert(tx, { id, taskId, personId: me.id, programId, formVersion });
    await this.audit.record(tx, me, 'task_seat.take', id, { taskId, formVersion });
    const about = { seatId: id, taskId, personId: me.id, programId };
    await this.outbox.add(tx, taskSeatMoved, { ...about, verb: 'take', from: null, to: 'taken' });
    return id;
  }

  private async again(tx: Tx, me: Actor, id: string, formVersion: number): Promise<string> {
    const locked = await this.steps.lock(tx, id, me.id);
    await this.steps.step(tx, me, locked, 'retake', { formVersion, takenAt: locked.now });
    return id;
  }
}
