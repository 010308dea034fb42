import { Injectable } from '@nestjs/common';
import { toJsonInteger } from '../../../kernel/money';
import { SENTIMENTS } from '../../feedback';
import { areApart, wilson } from '../domain/interval';
import { SMALLEST_CELL, suppress } from '../domain/suppression';
import type { HourlyRateView, PayNumbersView, VoidRateView } from './pay-numbers.dto';
import { PayNumbersRepository, type Hourly, type UnpaidOf } from './pay-numbers.repository';

const LABELS = [...SENTIMENTS, 'none'] as const;

/** A line of which nothing is shown. */
const HIDDEN = {
  decided: null, declined: null, voided: null, declinedRate: null, voidedRate: null, unpaidRate: null, suppressed: true,
}; // prettier-ignore

const tenth = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);

/** How people are paid, in numbers that anybody may see: cells of few people are hidden. */
@Injectable()
export class PayNumbersService {
  constructor(private readonly numbers: PayNumbersRepository) {}

  async of(programId: string | null): Promise<PayNumbersView> {
    const [minutes, hourly, days, unpaid, late, volunteered] = await Promise.all([
      this.numbers.minutes(programId),
      this.numbers.hourly(programId),
      this.numbers.days(programId),
      this.numbers.unpaid(programId),
      this.numbers.late(programId),
      this.numbers.volunteered(programId),
    ]);
    const voids = voidRates(unpaid);
    const unpaidOf = (label: string) =>
      voids.find(({ sentiment }) => sentiment === label)?.unpaidRate ?? null;
    const critical = unpaidOf('critical');
    const favourable = unpaidOf('favourable');
    const isFew = minutes.toppedUpPeople > 0 && minutes.toppedUpPeople < SMALLEST_CELL;
    return {
      requestedMinutes: minutes.requested,
      unpaidRequestedMinutes: minutes.unpaid,
      volunteeredMinutes:
        volunteered.people > 0 && volunteered.people < SMALLEST_CELL ? null : volunteered.minutes,
      toppedUpTasks: isFew ? null : minutes.toppedUpTasks,
      hourly: hourly.map(hourlyView),
      medianDaysToDecision: tenth(days.p50),
      p90DaysToDecision: tenth(days.p90),
      voids,
      opinionMatters: critical === null || favourable === null ? null : areApart(critical, favourable),
      lateEarnings: late.late,
      lateNow: late.lateNow,
    };
  }
}

function hourlyView({ currency, people, p10, p50 }: Hourly): HourlyRateView {
  const suppressed = people < SMALLEST_CELL;
  return {
    currency,
    p10: suppressed ? null : toJsonInteger(p10),
    p50: suppressed ? null : toJsonInteger(p50),
    suppressed,
  };
}

/** Every label in its order, with zero where nothing was decided: a missing line would say something too. */
export function voidRates(found: readonly UnpaidOf[]): VoidRateView[] {
  const all = LABELS.map(
    (sentiment) =>
      found.find((line) => line.sentiment === sentiment) ?? {
        sentiment, decided: 0, people: 0, declined: 0, accepted: 0, voided: 0, unpaid: 0,
      }, // prettier-ignore
  );
  const cells = suppress(
    all.map(({ sentiment, decided, people }) => ({ key: sentiment, count: decided, people })),
  );
  return all.map(({ sentiment, decided, declined, accepted, voided, unpaid }, index) => {
    const suppressed = cells[index]?.suppressed ?? true;
    if (suppressed) return { sentiment, ...HIDDEN };
    return {
      sentiment,
      decided,
      declined,
      voided,
      declinedRate: wilson(declined, decided),
      voidedRate: wilson(voided, accepted),
      unpaidRate: wilson(unpaid, decided),
      suppressed,
    };
  });
}
