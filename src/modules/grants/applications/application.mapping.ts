import type { ApplicationFacts } from '../domain/application.workflow';
import type { MilestonePlan } from '../domain/agreement';
import type { StoredStep } from './call-application.entity';

export type { ApplicationText } from './call-application.repository';

/** Facts in which nothing is known: whoever asks fills in what they know. */
export const NOBODYS: ApplicationFacts = {
  isOwn: false,
  isConflicted: false,
  call: 'draft',
  isOver: false,
  hasReasons: false,
  hasQuorum: false,
  amount: null,
  requested: 0n,
  left: 0n,
  isUnexplained: false,
  isCapped: false,
  isReheard: false,
  hasDeclined: false,
};

export function storedPlan(plan: readonly MilestonePlan[]): StoredStep[] {
  return plan.map(({ title, amount, dueAt, isAtStart }) => ({
    title,
    amount: amount.toString(),
    dueAt: dueAt.toISOString(),
    isAtStart,
  }));
}

export function planOf(stored: readonly StoredStep[]): MilestonePlan[] {
  return stored.map(({ title, amount, dueAt, isAtStart }) => ({
    title,
    amount: BigInt(amount),
    dueAt: new Date(dueAt),
    isAtStart,
  }));
}
