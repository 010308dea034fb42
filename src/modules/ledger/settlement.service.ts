import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/database';
import { accountOf, type AccountName } from './domain/accounts';
import { checkSettlement, type Settlement } from './domain/entry';
import { HoldRepository } from './hold.repository';
import { LedgerService } from './ledger.service';

/** Many holds settled at once, each exactly as by itself. */
@Injectable()
export class SettlementService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly holds: HoldRepository,
  ) {}

  /**
   * As `LedgerService.settle` for each of `all`, in a few statements. Holds and accounts are locked in the order of their
   * names. Refuses as `settle` does, for the first that cannot be settled.
   */
  async settleAll(tx: Tx, all: readonly Settlement[]): Promise<void> {
    if (new Set(all.map(({ hold }) => hold)).size < all.length)
      throw new RangeError('a hold is settled once');
    const plain = all.filter(({ entry }) => !accountOf(entry.to).isGuarded);
    const units = plain.map((settlement) => checkSettlement(settlement));
    const done =
      plain.length < 2 ? new Map<string, AccountName>() : await this.holds.settleAll(tx, plain, units);
    for (const [index, { hold, entry }] of plain.entries()) {
      const payer = done.get(hold);
      if (payer !== undefined && accountOf(payer).unit !== units[index])
        throw new RangeError(`${hold} holds ${accountOf(payer).unit}, ${entry.to} counts ${units[index]}`);
    }
    // What is special about the others (settled before, unknown, over the hold, a guarded target) is told one by one.
    for (const settlement of all) if (!done.has(settlement.hold)) await this.ledger.settle(tx, settlement);
  }
}
