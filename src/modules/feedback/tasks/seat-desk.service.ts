import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { feedbackRefusals, taskTimeSet } from '../contract';
import { SeatStepService, type LockedSeat } from './seat-step.service';
import type { SeatTimeBody } from './seat.dto';
import { TaskSeatRepository } from './seat.repository';
import { TaskEndService } from './task-end.service';

/** What happens to a seat after it was handed in. */
@Injectable()
export class SeatDeskService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly seats: TaskSeatRepository,
    private readonly steps: SeatStepService,
    private readonly ends: TaskEndService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** Accepts for pay. */
  async accept(me: Actor, once: Once, id: string, answer: string | null): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      await this.accepted(tx, me, id, 'accept', answer);
      return { id };
    });
  }

  /** Settles a time that was looked at: never below what counts already, never above what was confirmed. */
  async settleTime(me: Actor, once: Once, id: string, { minutes, answer }: SeatTimeBody): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      const locked = await this.steps.lock(tx, id);
      const { seat } = locked;
      if (seat.personId === me.id) throw refusal(feedbackRefusals, 'own_feedback');
      if (seat.timeState !== 'capped') throw refusal(feedbackRefusals, 'time_settled');
      const least = seat.minutes ?? 1;
      const most = seat.claimedMinutes ?? least;
      if (minutes < least || minutes > most) {
        const detail = `What counts lies between ${least} and the ${most} minutes that the artist confirmed. Nothing was changed.`;
        throw refusal(feedbackRefusals, 'bad_input', { detail, field: 'minutes' });
      }
      if (answer.trim() === '') throw refusal(feedbackRefusals, 'answer_missing');
      await this.time(tx, me, locked, minutes, answer.trim());
      return { id };
    });
  }

  /** A step that time has decided; for the sweep. */
  async byClock(tx: Tx, id: string, verb: 'acceptLate' | 'expire' | 'settleTime'): Promise<void> {
    if (verb === 'acceptLate') return this.accepted(tx, SYSTEM, id, verb, null);
    const locked = await this.steps.lock(tx, id);
    if (verb === 'settleTime') {
      const { timeState, claimedMinutes, minutes } = locked.seat;
      if (timeState !== 'capped') return;
      const says = 'Nobody looked at it in time, so it counts as you confirmed it.';
      return this.time(tx, SYSTEM, locked, claimedMinutes ?? minutes ?? 1, says);
    }
    if (await this.steps.step(tx, SYSTEM, locked, verb)) await this.ends.follow(tx, locked.task.id);
  }

  private async accepted(
    tx: Tx,
    me: Actor,
    id: string,
    verb: 'accept' | 'acceptLate',
    answer: string | null,
  ): Promise<void> {
    const locked = await this.steps.lock(tx, id);
    const worth = this.steps.worth(locked);
    const said = answer === null || answer === '' ? {} : { answer };
    if (!(await this.steps.step(tx, me, locked, verb, { ...worth, ...said }))) return;
    await this.steps.earned(tx, locked, worth);
    await this.ends.follow(tx, locked.task.id);
  }

  private async time(
    tx: Tx,
    me: Actor,
    { seat }: LockedSeat,
    minutes: number,
    timeAnswer: string,
  ): Promise<void> {
    const { id: seatId, taskId, personId, programId } = seat;
    const claimedMinutes = seat.claimedMinutes ?? minutes;
    await this.seats.update(tx, seatId, { minutes, timeState: 'settled', timeAnswer });
    await this.audit.record(tx, me, 'task_seat.settle_time', seatId, { taskId, claimedMinutes, minutes });
    const about = { seatId, taskId, personId, programId };
    await this.outbox.add(tx, taskTimeSet, { ...about, to: 'settled', claimedMinutes, minutes });
    await this.ends.follow(tx, taskId);
  }
}
