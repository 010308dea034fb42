import { Injectable } from '@nestjs/common';
import { accountOf } from './domain/accounts';
import { checkSettlement, settlementDigest, type Settlement } from './domain/entry';

/** A settlement as `ledger_settle_many` takes it, in JSON. */
export interface SettlementWords {
  readonly hold: string;
  /** An integer; text, since JSON has no such. */
  readonly amount: string;
  readonly reference: string;
  readonly kind: string;
  readonly unit: string;
  /** Hexadecimal. */
  readonly digest: string;
  readonly memo: Readonly<Record<string, unknown>>;
  readonly target: string;
}

/** Settlements for statements that settle many holds at once. */
@Injectable()
export class SettlementService {
  /** What `settle` would write. Throws for a target that has a row to lock: those are settled one by one. */
  words(settlement: Settlement): SettlementWords {
    const unit = checkSettlement(settlement);
    const { hold, amount, entry } = settlement;
    const { reference, kind, to: target, memo = {} } = entry;
    if (accountOf(target).isGuarded) throw new RangeError(`${target} is settled to by itself`);
    const digest = settlementDigest(settlement).toString('hex');
    return { hold, amount: amount.toString(), reference, kind, unit, digest, memo, target };
  }
}
