import { Text, Tooltip } from '@mantine/core';
import type { Schemas } from '../api/client';

type MoneyView = Schemas['MoneyView'];

/** Decimals of the currency's minor unit, as the browser knows them. */
const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount for a person, from minor units: `{ amount: 1234, currency: 'EUR' }` → `€12.34`. Display only. */
export function formatMoney({ amount, currency }: MoneyView): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(
    amount / 10 ** digitsOf(currency),
  );
}

export function Money({ value }: { value: MoneyView }) {
  return (
    <Text span inherit className="figures amount" fw={600} c={value.amount < 0 ? 'red' : undefined}>
      {formatMoney(value)}
    </Text>
  );
}

export function Credits({ value }: { value: number }) {
  return (
    <Text span inherit className="figures" fw={600}>
      {new Intl.NumberFormat('en').format(value)} cr
    </Text>
  );
}

const STEPS: readonly [number, Intl.RelativeTimeFormatUnit][] = [
  [60, 'second'],
  [3600, 'minute'],
  [86_400, 'hour'],
  [Infinity, 'day'],
];
const SIZE: Record<string, number> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

/** `3 minutes ago`, `in 2 hours`; the exact time on hover and for screen readers. */
export function When({ at }: { at: string }) {
  const date = new Date(at);
  const seconds = (date.getTime() - Date.now()) / 1000;
  const unit = STEPS.find(([limit]) => Math.abs(seconds) < limit)?.[1] ?? 'day';
  const text = new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(
    Math.round(seconds / (SIZE[unit] ?? 1)),
    unit,
  );
  return (
    <Tooltip label={date.toLocaleString()}>
      <time dateTime={at}>{text}</time>
    </Tooltip>
  );
}
