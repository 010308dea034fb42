import { Injectable } from '@nestjs/common';
import { toJsonInteger } from '../../kernel/money';
import type { Page } from '../../kernel/page';
import { refusal, type Refusal } from '../../kernel/refusal';
import type { Tx } from '../../platform/db/database';
import { AccountRepository } from './account.repository';
import { ledgerRefusals, type Balance, type StatementLine } from './contract';
import { accountOf, type AccountName } from './domain/accounts';
import {
  checkEntry,
  checkHold,
  checkSettlement,
  type EntryDraft,
  type HoldDraft,
  type Settlement,
} from './domain/entry';
import { EntryRepository } from './entry.repository';
import { HoldRepository, type SettleOutcome } from './hold.repository';

/**
 * The second look sees what a rival committed while the first waited for its locks; a third is needed when an account
 * had to be opened in between.
 */
const LOOKS = 3;

interface Shortage {
  readonly short: AccountName | null;
  readonly available: bigint;
  readonly needed: bigint;
}

/**
 * Moves value and remembers it. Every call may arrive twice; a refusal writes nothing and leaves `tx` usable. A
 * malformed draft (unknown account, mixed units, amount of zero) is a bug of the recipe and throws `RangeError`.
 *
 * Within one call rows are locked in sorted order. A transaction that moves value twice should do so in the order of
 * the accounts' names (`holdAll` does it in one step); a circle is otherwise found by Postgres and retried by `db.tx`.
 */
@Injectable()
export class LedgerService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly entries: EntryRepository,
    private readonly holds: HoldRepository,
  ) {}

  /** Posts an entry once. Refuses `insufficient` (402) and `reference_reused` (409: same reference, other content). */
  async post(tx: Tx, entry: EntryDraft): Promise<void> {
    checkEntry(entry);
    for (let look = 1; look <= LOOKS; look += 1) {
      const outcome = await this.entries.insert(tx, entry);
      if (outcome.is_posted || outcome.is_same === true) return;
      if (outcome.is_same === false) throw reused(entry.reference);
      if (outcome.short !== null && look > 1) throw insufficient(outcome);
      if (outcome.missing.length > 0) await this.accounts.insertAll(tx, outcome.missing);
    }
    throw new Error(`${entry.reference} could be neither posted nor refused`);
  }

  /** Reserves on a guarded account. Refuses `insufficient` (402) and `reference_reused` (409). */
  async hold(tx: Tx, hold: HoldDraft): Promise<void> {
    await this.holdAll(tx, [hold]);
  }

  /** Reserves on several accounts in one statement: all or none. References must differ. Refuses as `hold`. */
  async holdAll(tx: Tx, holds: readonly HoldDraft[]): Promise<void> {
    for (const hold of holds) checkHold(hold);
    if (new Set(holds.map(({ reference }) => reference)).size < holds.length)
      throw new RangeError('a hold is asked for twice in one call');
    for (let look = 1; look <= LOOKS; look += 1) {
      const outcome = await this.holds.insertAll(tx, holds);
      if (outcome.reused !== null) throw reused(outcome.reused);
      if (outcome.settled === holds.length) return;
      if (outcome.short !== null && look > 1) throw insufficient(outcome);
    }
    throw new Error(`${holds[0]?.reference} could be neither held nor refused`);
  }

  /**
   * Moves `amount` of what is held to `entry.to` and frees the rest, exactly once. Repeating the same settlement does
   * nothing. Refuses `hold_unknown`, `over_hold`, `hold_closed` (ended otherwise) and `reference_reused`.
   */
  async settle(tx: Tx, settlement: Settlement): Promise<void> {
    const unit = checkSettlement(settlement);
    for (let look = 1; look <= LOOKS; look += 1) {
      const outcome = await this.holds.settle(tx, settlement, unit);
      if (outcome === undefined) throw refusal(ledgerRefusals, 'hold_unknown', { hold: settlement.hold });
      if (accountOf(outcome.account).unit !== unit) {
        throw new RangeError(
          `${settlement.hold} holds ${accountOf(outcome.account).unit}, ${settlement.entry.to} counts ${unit}`,
        );
      }
      if (outcome.is_settled || outcome.is_same === true) return;
      const fault = faultOf(settlement, outcome);
      if (fault !== null && look > 1) throw fault;
      if (outcome.is_missing) await this.accounts.insertAll(tx, [settlement.entry.to]);
    }
    throw reused(settlement.entry.reference);
  }

  /** Frees what is held, exactly once; a released or expired hold stays as it is. Refuses `hold_unknown`, `hold_closed` (settled). */
  async release(tx: Tx, hold: string): Promise<void> {
    const state = await this.holds.release(tx, hold);
    if (state === undefined) throw refusal(ledgerRefusals, 'hold_unknown', { hold });
    if (state === 'settled') throw refusal(ledgerRefusals, 'hold_closed', { hold, state });
  }

  /**
   * What each account has; one that never moved has nothing. System accounts are replayed: for reports only. Inside of a
   * transaction hand over `tx`; with `locks` guarded accounts are locked until it ends, so that what was read stays true.
   */
  async balances(
    accounts: readonly AccountName[],
    tx?: Tx,
    { locks = false }: { locks?: boolean } = {},
  ): Promise<Map<AccountName, Balance>> {
    return this.accounts.balances(accounts, tx, locks);
  }

  /** Lines of one account, newest first; `limit` at most `PAGE_LIMIT`. */
  async statement(
    account: AccountName,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<Page<StatementLine>> {
    accountOf(account);
    return this.entries.statement(account, cursor, limit);
  }
}

function reused(reference: string): Refusal {
  return refusal(ledgerRefusals, 'reference_reused', { reference });
}

function insufficient({ short, available, needed }: Shortage): Refusal {
  return refusal(ledgerRefusals, 'insufficient', {
    account: short,
    available: toJsonInteger(available),
    needed: toJsonInteger(needed),
  });
}

/** Why an unsettled hold cannot be settled; `null`: it can, look again. */
function faultOf({ hold, amount }: Settlement, outcome: SettleOutcome): Refusal | null {
  if (outcome.state !== 'open') return refusal(ledgerRefusals, 'hold_closed', { hold, state: outcome.state });
  if (amount <= outcome.amount) return null;
  return refusal(ledgerRefusals, 'over_hold', {
    hold,
    held: toJsonInteger(outcome.amount),
    asked: toJsonInteger(amount),
  });
}
