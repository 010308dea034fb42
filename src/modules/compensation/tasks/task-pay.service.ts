import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/database';
import type { TaskEarned, TaskSettled } from '../../feedback';
import { account } from '../../ledger';
import { rateDefaults } from '../../program';
import { floorOf, medianHalves, trueUp } from '../domain/true-up';
import { EarningService } from '../earning.service';
import { PayTermsService } from '../pay-terms.service';
import { VoidService } from './void.service';

/** What tasks pay: each seat its price or a part of it, and everybody the floor for the time that it really took. */
@Injectable()
export class TaskPayService {
  constructor(
    private readonly earning: EarningService,
    private readonly terms: PayTermsService,
    private readonly voids: VoidService,
  ) {}

  /** A seat earned: the price, a part of it, or what is paid when the programme cancels. Once for each seat. */
  async pay(tx: Tx, seat: TaskEarned): Promise<void> {
    const { seatId, taskId, personId, programId, share, amount, price, currency, source } = seat;
    await this.voids.lock(tx, 'task_seat', seatId);
    await this.earning.earn(tx, {
      programId,
      personId,
      category: 'service',
      causeType: 'task_seat',
      causeId: seatId,
      amount: BigInt(amount),
      currency,
      source,
      rate: null,
      evidence: {
        taskId,
        seatId,
        share,
        price,
        formVersion: seat.formVersion,
        estimateMinutes: seat.estimatedMinutes,
        ...(seat.confirmedMinutes !== null && { minutes: seat.confirmedMinutes }),
      },
    });
    await this.voids.apply(tx, 'task_seat', seatId);
  }

  /**
   * Every time of a task is settled: whoever made less than the floor for the median of all of them is topped up, by the
   * card in force then and the floor of their own country. Once for each seat, whatever is told again or in which order.
   */
  async topUp(tx: Tx, { taskId, programId, currency, seats }: TaskSettled, at: Date): Promise<void> {
    if (seats.length === 0) return;
    for (const seatId of seats.map((seat) => seat.seatId).toSorted())
      await this.voids.lock(tx, 'task_seat', seatId);
    const halves = medianHalves(seats.map(({ minutes }) => minutes));
    const card = await this.terms.card(tx, programId, at);
    const rules = card?.rules ?? rateDefaults(currency);
    for (const { seatId, personId, amount, estimatedMinutes } of seats) {
      const paid = BigInt(amount);
      const country = await this.terms.country(tx, personId);
      const floorPerHour = floorOf(rules, country);
      const added = trueUp({ price: paid, paid, medianHalves: halves, floorPerHour });
      if (added === 0n) continue;
      await this.earning.earn(tx, {
        programId,
        personId,
        category: 'service',
        causeType: 'true_up',
        causeId: seatId,
        amount: added,
        currency,
        source: account.fund(programId, currency),
        rate: card === null ? null : { version: card.version, item: 'rules.floorPerHour' },
        evidence: {
          taskId,
          seatId,
          people: seats.length,
          medianMinutes: halves / 2,
          estimateMinutes: estimatedMinutes,
          floorPerHour: floorPerHour.toString(),
          ...(country !== null && rules.floors[country] !== undefined && { country }),
          target: (paid + added).toString(),
          paid: paid.toString(),
          topUp: added.toString(),
        },
      });
      await this.voids.apply(tx, 'task_seat', seatId);
    }
  }
}
