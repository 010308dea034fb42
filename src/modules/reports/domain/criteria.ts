import { CURRENCIES } from '../../../kernel/money';
import { FILTERS, FILTER_KEYS, type Criteria, type FilterKey } from './filters';
import type { Reading } from './reading';

/** Ten years and the leap days in them. */
const LONGEST_DAYS = 3_653;
const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export interface CriteriaFault {
  readonly code:
    'unknown_filter' | 'bad_value' | 'range_reversed' | 'range_too_long' | 'amount_needs_currency';
  readonly details: Readonly<Record<string, unknown>>;
}

/** A day that the calendar has: 30 February is none. */
export function isDay(text: string): boolean {
  return DAY.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

const SHAPES: Readonly<Record<(typeof FILTERS)[FilterKey]['input'], (value: string) => boolean>> = {
  day: isDay,
  month: (value) => /^20\d\d-(0[1-9]|1[0-2])$/.test(value),
  amount: (value) => /^-?\d{1,15}$/.test(value),
  flag: (value) => value === 'true' || value === 'false',
  currency: (value) => Object.hasOwn(CURRENCIES, value),
  program: isWord,
  person: isWord,
  choice: isWord,
  text: isWord,
};

function isWord(value: string): boolean {
  return value.length > 0 && value.length <= 120 && !value.includes('\0');
}

function faultOf(reading: Reading, key: FilterKey, value: string): CriteriaFault | null {
  const filter = reading.filters.find((one) => one.key === key);
  if (filter === undefined) {
    const known = reading.filters.map((one) => one.key);
    return { code: 'unknown_filter', details: { filter: key, reading: reading.key, known } };
  }
  const isClosed = filter.values !== undefined && !filter.values.includes(value);
  const isYear = FILTERS[key].sql !== 'integer' || /^20\d\d$/.test(value);
  if (SHAPES[FILTERS[key].input](value) && !isClosed && isYear) return null;
  return { code: 'bad_value', details: { filter: key, value, allowed: filter.values } };
}

/** What is wrong with the filters of a request; `null`: nothing. */
export function criteriaFault(reading: Reading, criteria: Criteria): CriteriaFault | null {
  for (const key of FILTER_KEYS) {
    const value = criteria[key];
    const fault = value === undefined ? null : faultOf(reading, key, value);
    if (fault !== null) return fault;
  }
  const { from, until, minAmount, maxAmount, currency } = criteria;
  if (from !== undefined && until !== undefined) {
    const days = (Date.parse(until) - Date.parse(from)) / 86_400_000;
    if (days <= 0) return { code: 'range_reversed', details: { from, until } };
    if (days > LONGEST_DAYS) return { code: 'range_too_long', details: { days, atMost: LONGEST_DAYS } };
  }
  if ((minAmount !== undefined || maxAmount !== undefined) && currency === undefined)
    return { code: 'amount_needs_currency', details: {} };
  if (minAmount !== undefined && maxAmount !== undefined && BigInt(minAmount) > BigInt(maxAmount))
    return { code: 'range_reversed', details: { minAmount, maxAmount } };
  return null;
}

/** Criteria out of anything that was stored: unknown members are left out. */
export function criteriaOf(stored: Readonly<Record<string, unknown>>): Criteria {
  return Object.fromEntries(
    FILTER_KEYS.flatMap((key) => {
      const value = stored[key];
      return typeof value === 'string' && value !== '' ? [[key, value]] : [];
    }),
  );
}
