import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { refusal } from '../../kernel/refusal';
import { systemClock } from '../../kernel/clock';
import type { Tx } from '../../platform/db/database';
import { account, LedgerService, SettlementService, type HoldDraft, type SettlementWords } from '../ledger';
import { ChargeRepository } from './charge.repository';
import { quotaRefusals, type CreditBalance, type GoodwillClaim } from './contract';
import { priceTableAt, quote, type PriceSpec, type Quote } from './domain/prices';
import { holdReferences, holds, settlements, type Charge } from './domain/recipes';
import { GoodwillService } from './goodwill/goodwill.service';

const KEY_LOOKS = 40;
const KEY_LOOK_MS = 50;

/** Credits of artists and budgets of keys, as recipes on the ledger: held at submit, spent at success, free otherwise. */
@Injectable()
export class QuotaService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly closing: SettlementService,
    private readonly charges: ChargeRepository,
    private readonly goodwill: GoodwillService,
  ) {}

  /** The price of one clip under the table in force. The same function makes the quote and the charge. */
  quote(spec: PriceSpec): Quote {
    return quote(spec, priceTableAt(systemClock.now()));
  }

  /**
   * The first key of the family whose budget pays besides the artist's credits; `null`: none does. The budget of a new key may still be on
   * its way: waits for it up to two seconds, then refuses `key_not_ready` (503), since an unknown bound is not "no bound".
   */
  async payingKey(keyId: string | null): Promise<string | null> {
    if (keyId === null) return null;
    for (let look = 0; look < KEY_LOOKS; look += 1) {
      const key = await this.charges.recallKey(keyId);
      if (key !== null) return key.budget === null ? null : (key.familyId ?? keyId);
      await pause(KEY_LOOK_MS);
    }
    throw refusal(quotaRefusals, 'key_not_ready');
  }

  /** What the submit of a clip reserves, for the statement that does it (`ledger_hold_many`, `quota_charge_many`). */
  holds(charge: Charge): HoldDraft[] {
    return holds(charge);
  }

  /**
   * By generation what spends its holds, for the statement that does it (`ledger_settle_many`). Who pays never changes:
   * this may be read before.
   */
  async settlements(generationIds: readonly string[]): Promise<Map<string, SettlementWords[]>> {
    const charges = await this.charges.list(generationIds);
    return new Map(
      charges.map((charge) => [
        charge.generationId,
        settlements(charge).map((settlement) => this.closing.words(settlement)),
      ]),
    );
  }

  /** Frees what was held for a generation, exactly once. */
  async release(tx: Tx, { generationId }: { readonly generationId: string }): Promise<void> {
    const charge = await this.charges.get(tx, generationId);
    for (const reference of holdReferences(charge)) await this.ledger.release(tx, reference);
  }

  /**
   * Gives the price of one settled clip back to whoever paid it, within the published allowance of its cause. Refuses
   * `already_given_back`, `shot_allowance_used` and `week_allowance_used` (409), and then writes nothing.
   */
  async giveBack(tx: Tx, claim: GoodwillClaim): Promise<void> {
    await this.goodwill.give(tx, await this.charges.get(tx, claim.generationId), claim);
  }

  /** With `poolId` (a programme) also what its pool has free. */
  async balanceOf(enrollmentId: string, poolId: string | null = null): Promise<CreditBalance> {
    const name = account.credits(enrollmentId);
    const pool = poolId === null ? null : account.pool(poolId);
    const balances = await this.ledger.balances(pool === null ? [name] : [name, pool]);
    const own = balances.get(name) ?? { balance: 0n, held: 0n, available: 0n };
    return { ...own, pooled: (pool === null ? undefined : balances.get(pool)?.available) ?? 0n };
  }
}
