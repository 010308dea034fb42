import type { TaskForm } from './task-form';

const up = (amount: bigint, by: bigint): bigint => (amount + by - 1n) / by;

/** The least that a task of so many minutes may be offered at: the card's minimum and its floor, whichever is more. */
export function leastPrice(minutes: number, floorPerHour: bigint, minimum: bigint | undefined): bigint {
  const byFloor = up(floorPerHour * BigInt(minutes), 60n);
  return minimum !== undefined && minimum > byFloor ? minimum : byFloor;
}

/** What is paid for a seat that the programme cancels: `percent` of the price, a quarter at least, rounded to the artist. */
export function killFeeOf(price: bigint, percent: number): bigint {
  const fee = up(price * BigInt(Math.min(100, Math.max(25, percent))), 100n);
  return fee < price ? fee : price;
}

const isAnswered = (answer: unknown): boolean =>
  answer !== undefined && answer !== null && answer !== '' && !(Array.isArray(answer) && answer.length === 0);

/** Whether everything that must be answered is. */
export function isWhole({ questions }: TaskForm, answers: Readonly<Record<string, unknown>>): boolean {
  return questions.every(({ key, isRequired }) => !isRequired || isAnswered(answers[key]));
}

/**
 * What a part of a task is worth: the price by the share of its questions that were answered (of the required ones, where
 * there are any), rounded up to the artist.
 */
export function partOf(
  price: bigint,
  { questions }: TaskForm,
  answers: Readonly<Record<string, unknown>>,
): bigint {
  const required = questions.filter(({ isRequired }) => isRequired);
  const counted = required.length > 0 ? required : questions;
  if (counted.length === 0) return 0n;
  const done = counted.filter(({ key }) => isAnswered(answers[key])).length;
  const isAny = questions.some(({ key }) => isAnswered(answers[key]));
  return up(price * BigInt(done === 0 && isAny ? 1 : done), BigInt(counted.length));
}

/** From here on a confirmed time is looked at by a person: six times the estimate, and an hour above it at least. */
export const longestMinutes = (estimate: number): number => Math.max(estimate * 6, estimate + 60);

export interface ConfirmedTime {
  /** What counts for now. */
  readonly minutes: number;
  readonly state: 'confirmed' | 'capped';
}

/** A time that is absurdly long counts as the longest until somebody has looked; it is never cut in silence. */
export function confirmedTime(claimed: number, estimate: number): ConfirmedTime {
  const longest = longestMinutes(estimate);
  return claimed > longest ? { minutes: longest, state: 'capped' } : { minutes: claimed, state: 'confirmed' };
}
