import type { PayNumbersView } from './pay-numbers.dto';

type Row = [string, string, number | bigint | null, boolean];

/** The pay numbers as rows `section, key, value, suppressed`, for the CSV of the public report. */
export function* payRows(pay: PayNumbersView): Generator<Row> {
  yield ['pay', 'requested_minutes', pay.requestedMinutes, false];
  yield ['pay', 'volunteered_minutes', pay.volunteeredMinutes, pay.volunteeredMinutes === null];
  yield ['pay', 'topped_up_tasks', pay.toppedUpTasks, pay.toppedUpTasks === null];
  for (const { currency, p10, p50, suppressed } of pay.hourly) {
    yield ['pay_hourly_p10_minor', currency, p10, suppressed];
    yield ['pay_hourly_p50_minor', currency, p50, suppressed];
  }
  yield ['pay', 'median_days_to_decision', pay.medianDaysToDecision, false];
  yield ['pay', 'p90_days_to_decision', pay.p90DaysToDecision, false];
  for (const { sentiment, decided, declined, voided, suppressed, ...rates } of pay.voids) {
    yield ['feedback_decided', sentiment, decided, suppressed];
    yield ['feedback_declined', sentiment, declined, suppressed];
    yield ['feedback_voided', sentiment, voided, suppressed];
    for (const [name, estimate] of [
      ['declined', rates.declinedRate],
      ['voided', rates.voidedRate],
      ['not_paid', rates.unpaidRate],
    ] as const)
      for (const part of ['rate', 'low', 'high'] as const)
        yield [`feedback_${name}_${part}`, sentiment, estimate?.[part] ?? null, suppressed];
  }
  yield ['pay', 'late_earnings', pay.lateEarnings, false];
  yield ['pay', 'late_now', pay.lateNow, false];
}
