import { accountOf, type AccountName } from '../../src/modules/ledger';
import type { EntryDraft, HoldDraft, Settlement } from '../../src/modules/ledger';

export type ModelAnswer =
  'done' | 'insufficient' | 'reference_reused' | 'hold_unknown' | 'hold_closed' | 'over_hold';

interface ModelAccount {
  balance: bigint;
  held: bigint;
}

interface ModelHold {
  readonly draft: HoldDraft;
  state: 'open' | 'settled' | 'released' | 'expired';
  settledBy: string | null;
}

interface Arrow {
  readonly from: AccountName;
  readonly to: AccountName;
  readonly amount: bigint;
}

const show = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? `${member}n` : member));

/**
 * The ledger as one would explain it: maps and additions, no locks, no SQL. Tests run the same commands here and in
 * Postgres and expect the same answers and the same balances.
 */
export class LedgerModel {
  readonly accounts = new Map<AccountName, ModelAccount>();
  readonly holds = new Map<string, ModelHold>();
  readonly arrows: Arrow[] = [];
  private readonly contents = new Map<string, string>();

  post(entry: EntryDraft): ModelAnswer {
    const content = show([entry.kind, entry.unit, entry.postings, entry.memo ?? {}]);
    const known = this.contents.get(entry.reference);
    if (known !== undefined) return known === content ? 'done' : 'reference_reused';
    const after = new Map<AccountName, bigint>();
    for (const { from, to, amount } of entry.postings) {
      after.set(from, (after.get(from) ?? 0n) - amount);
      after.set(to, (after.get(to) ?? 0n) + amount);
    }
    for (const [name, change] of after) {
      if (accountOf(name).isGuarded && change < 0n && this.available(name) + change < 0n)
        return 'insufficient';
    }
    this.contents.set(entry.reference, content);
    this.arrows.push(...entry.postings);
    for (const [name, change] of after) this.account(name).balance += change;
    return 'done';
  }

  hold(draft: HoldDraft): ModelAnswer {
    const known = this.holds.get(draft.reference);
    if (known !== undefined) {
      const isSame = known.draft.account === draft.account && known.draft.amount === draft.amount;
      return isSame ? 'done' : 'reference_reused';
    }
    if (this.available(draft.account) < draft.amount) return 'insufficient';
    this.holds.set(draft.reference, { draft, state: 'open', settledBy: null });
    this.account(draft.account).held += draft.amount;
    return 'done';
  }

  settle(settlement: Settlement): ModelAnswer {
    const { hold: reference, amount, entry } = settlement;
    const content = show(['settlement', reference, amount, entry]);
    const hold = this.holds.get(reference);
    if (hold === undefined) return 'hold_unknown';
    if (
      hold.state === 'settled' &&
      hold.settledBy === entry.reference &&
      this.contents.get(entry.reference) === content
    )
      return 'done';
    if (hold.state !== 'open') return 'hold_closed';
    if (amount > hold.draft.amount) return 'over_hold';
    if (this.contents.has(entry.reference)) return 'reference_reused';
    this.contents.set(entry.reference, content);
    this.arrows.push({ from: hold.draft.account, to: entry.to, amount });
    this.close(hold, 'settled');
    hold.settledBy = entry.reference;
    this.account(hold.draft.account).balance -= amount;
    this.account(entry.to).balance += amount;
    return 'done';
  }

  release(reference: string): ModelAnswer {
    const hold = this.holds.get(reference);
    if (hold === undefined) return 'hold_unknown';
    if (hold.state === 'settled') return 'hold_closed';
    if (hold.state === 'open') this.close(hold, 'released');
    return 'done';
  }

  /** Ends every open hold whose time is before `now`; returns how many. */
  expire(now: Date): number {
    const due = [...this.holds.values()].filter(
      ({ state, draft }) => state === 'open' && draft.expiresAt !== null && draft.expiresAt <= now,
    );
    for (const hold of due) this.close(hold, 'expired');
    return due.length;
  }

  /** What `available` of an account is; one that never moved has nothing. */
  available(name: AccountName): bigint {
    const { balance, held } = this.accounts.get(name) ?? { balance: 0n, held: 0n };
    return balance - held;
  }

  private close(hold: ModelHold, state: ModelHold['state']): void {
    hold.state = state;
    this.account(hold.draft.account).held -= hold.draft.amount;
  }

  private account(name: AccountName): ModelAccount {
    const found = this.accounts.get(name) ?? { balance: 0n, held: 0n };
    this.accounts.set(name, found);
    return found;
  }
}
