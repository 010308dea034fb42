import { Injectable } from '@nestjs/common';
import { systemClock } from '../../../kernel/clock';
import type { AccuracyDayView, AccuracyNumbersView, AccuracyView } from './accuracy.dto';
import { PredictionRepository, type AccuracyRow } from './prediction.repository';

/** A share of fewer would tell what became of single clips. */
const SMALLEST_COUNT = 5;

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1_000) / 1_000;

function numbersOf(
  count: number,
  within: number,
  errorSeconds: number | null,
  error: number | null,
): AccuracyNumbersView {
  if (count < SMALLEST_COUNT) return { count, withinP90: null, medianErrorSeconds: null, medianError: null };
  return {
    count,
    withinP90: rounded(within / count),
    medianErrorSeconds: rounded(errorSeconds),
    medianError: rounded(error),
  };
}

const dayOf = (row: AccuracyRow): AccuracyDayView => ({
  day: row.day,
  predictions: row.predictions,
  starts: numbersOf(row.starts, row.startsWithin, row.startErrorSeconds, row.startError),
  finishes: numbersOf(row.finishes, row.finishesWithin, row.finishErrorSeconds, row.finishError),
});

/** How good the first forecasts of clips were: computed from what was written down when they were made. */
@Injectable()
export class AccuracyService {
  constructor(private readonly predictions: PredictionRepository) {}

  async published(days: number): Promise<AccuracyView> {
    const rows = await this.predictions.listAccuracy(days);
    const total = rows.find((row) => row.day === null);
    return {
      at: systemClock.now().toISOString(),
      days,
      smallestCount: SMALLEST_COUNT,
      total: total === undefined || total.predictions === 0 ? null : dayOf(total),
      byDay: rows.filter((row) => row.day !== null).map(dayOf),
    };
  }
}
