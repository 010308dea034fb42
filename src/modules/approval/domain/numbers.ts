import { GROUND_NAMES, type Ground } from './grounds';

/** What the public report says about approval. */
export interface ApprovalNumbers {
  readonly approved: number;
  /** Of these, approved by the clock because nobody decided in time. */
  readonly approvedByClock: number;
  readonly declined: number;
  readonly changesRequested: number;
  readonly takenDown: number;
  readonly open: number;
  /** Open and past the deadline. */
  readonly late: number;
  /** Median hours from handing in to the first yes or no; `null` before there is one. */
  readonly medianHours: number | null;
  /** Refusals and removals by ground; safety is counted apart from all others. */
  readonly refusalsByGround: Readonly<Record<Ground, number>>;
  readonly safetyRefusals: number;
  readonly otherRefusals: number;
  readonly appeals: number;
  readonly appealsDecided: number;
  /** Decided appeals that were overturned, wholly or partly, 0 to 1; `null` before one is decided. */
  readonly overturnRate: number | null;
}

export interface Counts {
  readonly outcomes: readonly { outcome: string; isByClock: boolean; count: number }[];
  readonly grounds: readonly { ground: string; count: number }[];
  readonly appeals: readonly { state: string; count: number }[];
  readonly queue: { readonly open: number; readonly late: number };
  readonly medianHours: number | null;
}

const total = (rows: readonly { count: number }[]): number => rows.reduce((sum, { count }) => sum + count, 0);

/** The report's numbers from counted rows. */
export function approvalNumbers({ outcomes, grounds, appeals, queue, medianHours }: Counts): ApprovalNumbers {
  const of = (name: string) => outcomes.filter(({ outcome }) => outcome === name);
  const refusalsByGround = Object.fromEntries(
    GROUND_NAMES.map((name) => [name, total(grounds.filter(({ ground }) => ground === name))]),
  ) as Record<Ground, number>;
  const inState = (...states: string[]) => total(appeals.filter(({ state }) => states.includes(state)));
  const overturned = inState('overturned', 'partly_overturned');
  const decided = overturned + inState('upheld');
  return {
    approved: total(of('approved')),
    approvedByClock: total(of('approved').filter(({ isByClock }) => isByClock)),
    declined: total(of('declined')),
    changesRequested: total(of('changes_requested')),
    takenDown: total(of('taken_down')),
    ...queue,
    medianHours: medianHours === null ? null : Math.round(medianHours * 100) / 100,
    refusalsByGround,
    safetyRefusals: refusalsByGround.safety,
    otherRefusals: total(grounds) - refusalsByGround.safety,
    appeals: total(appeals),
    appealsDecided: decided,
    overturnRate: decided === 0 ? null : overturned / decided,
  };
}
