import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Refusal, refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { Outbox } from '../../../platform/outbox/outbox';
import { EnrollmentService } from '../../enrollment';
import { LedgerService } from '../../ledger';
import { feedbackRefusals, taskOffered } from '../contract';
import { taskHeld } from '../domain/recipes';
import { TaskSeatRepository } from './seat.repository';
import { SeatStepService } from './seat-step.service';
import { TaskEndService } from './task-end.service';
import type { TaskEntity } from './task.entity';
import { TaskRepository } from './task.repository';

/** Seats that lose their task. */
@Injectable()
export class SeatsOfTask {
  constructor(
    private readonly seats: TaskSeatRepository,
    private readonly steps: SeatStepService,
  ) {}

  /** Pays everybody who had accepted what a cancelled task pays; what was handed in is decided as ever. */
  async cancel(tx: Tx, me: Actor, taskId: string): Promise<void> {
    const taken = (await this.seats.ofTask(tx, taskId)).filter(({ state }) => state === 'taken');
    for (const { id } of taken) {
      const locked = await this.steps.lock(tx, id);
      const worth = this.steps.killed(locked);
      if (await this.steps.step(tx, me, locked, 'cancel', worth)) await this.steps.earned(tx, locked, worth);
    }
  }
}

@Injectable()
export class TaskOfferService {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly ends: TaskEndService,
    private readonly ledger: LedgerService,
    private readonly enrollments: EnrollmentService,
    private readonly outbox: Outbox,
  ) {}

  /** Holds the price of every seat, opens the task and tells each artist of it. Refuses `fund_short`. */
  async publish(tx: Tx, me: Actor, task: TaskEntity): Promise<void> {
    const form = await this.tasks.form(task.id, task.formVersion, tx);
    const held = form.price * BigInt(task.seats);
    const columns = task.state === 'draft' ? { held, publishedAt: new Date() } : {};
    if (task.state === 'draft') await this.tasks.update(tx, task.id, columns);
    if (!(await this.ends.step(tx, me, task, 'publish'))) return;
    await this.hold(tx, task, held);
    const { id: taskId, programId, title, currency, dueAt } = task;
    const about = { taskId, programId, title, currency, price: form.price.toString(), minutes: form.minutes };
    for (const personId of await this.enrollments.membersOf(tx, programId))
      await this.outbox.add(tx, taskOffered, { ...about, personId, dueAt: dueAt.toISOString() });
  }

  private async hold(tx: Tx, task: TaskEntity, amount: bigint): Promise<void> {
    try {
      await this.ledger.post(tx, taskHeld(task, amount, task.formVersion));
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'insufficient') throw error;
      throw refusal(feedbackRefusals, 'fund_short', { needed: amount.toString(), currency: task.currency });
    }
  }
}

/** Offering a task to artists, and taking it back. */
@Injectable()
export class TaskLifeService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly tasks: TaskRepository,
    private readonly seats: SeatsOfTask,
    private readonly ends: TaskEndService,
    private readonly offers: TaskOfferService,
  ) {}

  async act(me: Actor, once: Once, id: string, verb: 'publish' | 'cancel', answer: string): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      const task = await this.tasks.lock(tx, id);
      if (task === null) throw refusal(feedbackRefusals, 'not_found');
      if (verb === 'publish') await this.offers.publish(tx, me, task);
      else await this.cancel(tx, me, task, answer);
      return { id };
    });
  }

  private async cancel(tx: Tx, me: Actor, task: TaskEntity, answer: string): Promise<void> {
    if (!(await this.ends.step(tx, me, task, 'cancel', answer))) return;
    if (task.publishedAt === null) return;
    await this.seats.cancel(tx, me, task.id);
    await this.ends.follow(tx, task.id);
  }
}
