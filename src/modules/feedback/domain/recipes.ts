import type { Currency } from '../../../kernel/money';
import { account, type EntryDraft } from '../../ledger/contract';

/**
 * Every way this module moves value: money of a task is held before anybody sees it and goes back when nobody earned it.
 * Pay itself is an earning whose source is `account.task`; its recipe is compensation's. Minor units of `currency`.
 */
interface TaskMoney {
  readonly id: string;
  readonly programId: string;
  readonly currency: Currency;
}

/** Before a task opens the price of every seat leaves the fund: what is offered to artists cannot be spent elsewhere. */
export function taskHeld(
  { id, programId, currency }: TaskMoney,
  amount: bigint,
  version: number,
): EntryDraft {
  return {
    reference: `task:${id}:held:${version}`,
    kind: 'feedback.task_held',
    unit: currency,
    postings: [{ from: account.fund(programId, currency), to: account.task(id, currency), amount }],
    memo: { programId },
  };
}

/** When a task is settled, what no seat earned goes back. `null`: everything was earned. */
export function taskUnspent({ id, programId, currency }: TaskMoney, amount: bigint): EntryDraft | null {
  if (amount === 0n) return null;
  return {
    reference: `task:${id}:unspent`,
    kind: 'feedback.task_unspent',
    unit: currency,
    postings: [{ from: account.task(id, currency), to: account.fund(programId, currency), amount }],
    memo: { programId },
  };
}
