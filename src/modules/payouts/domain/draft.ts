import { createHash } from 'node:crypto';
import type { Currency } from '../../../kernel/money';

/** What one person is owed and not yet promised by another batch. Amounts in minor units. */
export interface Due {
  readonly personId: string;
  readonly amount: bigint;
  readonly earningIds: readonly string[];
}

export const BLOCKS = ['own_money', 'nothing_left', 'payable_short'] as const;
/** `own_money`: the drafter; `nothing_left`: corrections ate it up; `payable_short`: the ledger owes less than the earnings say. */
export type Block = (typeof BLOCKS)[number];

export interface Blocked {
  readonly personId: string;
  readonly amount: bigint;
  readonly reason: Block;
}

export interface Draft {
  readonly lines: readonly Due[];
  readonly blocked: readonly Blocked[];
  readonly total: bigint;
}

/** Sorts what is due into payouts and people left out. `available` is what the ledger has for a person. */
export function draftOf(
  due: readonly Due[],
  drafterId: string,
  available: (personId: string) => bigint,
): Draft {
  const whyNot = ({ personId, amount }: Due): Block | null => {
    if (personId === drafterId) return 'own_money';
    if (amount <= 0n) return 'nothing_left';
    return available(personId) < amount ? 'payable_short' : null;
  };
  const lines: Due[] = [];
  const blocked: Blocked[] = [];
  for (const item of due) {
    const reason = whyNot(item);
    if (reason === null) lines.push(item);
    else blocked.push({ personId: item.personId, amount: item.amount, reason });
  }
  return { lines, blocked, total: lines.reduce((sum, line) => sum + line.amount, 0n) };
}

export interface HashedLine extends Due {
  readonly payoutId: string;
}

/** SHA-256 (hex) of what an approver looks at: programme, currency, and who gets how much for which earnings. */
export function contentHash(programId: string, currency: Currency, lines: readonly HashedLine[]): string {
  const sorted = lines.toSorted((a, b) => (a.payoutId < b.payoutId ? -1 : 1));
  const content = sorted.map((line) => [
    line.payoutId,
    line.personId,
    line.amount.toString(),
    line.earningIds.toSorted(),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([programId, currency, content]))
    .digest('hex');
}
