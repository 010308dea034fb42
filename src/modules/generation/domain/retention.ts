import type { RetentionDays } from '../../program/contract';

/** The rule of each programme as the statements of the bin take it. */
export type RetentionRules = ReadonlyMap<string, RetentionDays>;

/**
 * Artists are told once a week at most, in one list: what would be due before the next list is in this one, so that
 * nothing has less than its warning.
 */
export const LIST_EVERY_DAYS = 7;

/** Clips that one notice names; the page has them all. */
export const MOST_NAMED = 20;

export interface Going {
  readonly id: string;
  readonly prompt: string;
  readonly bytes: bigint;
  readonly goesAt: Date;
}

/** What one notice says of the clips that go: all of them counted, the first ones named. */
export function goingWords(clips: readonly Going[]): {
  count: number;
  bytes: number;
  firstAt: string;
  named: { id: string; prompt: string; goesAt: string }[];
} {
  const inOrder = clips.toSorted((a, b) => a.goesAt.getTime() - b.goesAt.getTime() || (a.id < b.id ? -1 : 1));
  const [first] = inOrder;
  if (first === undefined) throw new Error('there is nothing to tell of');
  return {
    count: inOrder.length,
    bytes: inOrder.reduce((sum, { bytes }) => sum + Number(bytes), 0),
    firstAt: first.goesAt.toISOString(),
    named: inOrder.slice(0, MOST_NAMED).map(({ id, prompt, goesAt }) => ({
      id,
      prompt: prompt.length > 60 ? `${prompt.slice(0, 60)}…` : prompt,
      goesAt: goesAt.toISOString(),
    })),
  };
}
