import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { refusal } from '../../kernel/refusal';
import { systemClock } from '../../kernel/clock';
import type { Tx } from '../../platform/db/database';
import { account, LedgerService } from '../ledger';
import { ChargeRepository } from './charge.repository';
import { quotaRefusals, type ChargeRequest, type CreditBalance } from './contract';
import { priceTableAt, quote, type PriceSpec, type Quote } from './domain/prices';
import { goodwill, holdReferences, holds, settlements, type Charge } from './domain/recipes';

const KEY_LOOKS = 40;
const KEY_LOOK_MS = 50;

/** Credits of artists and budgets of keys, as recipes on the ledger: held at submit, spent at success, free otherwise. */
@Injectable()
export class QuotaService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly charges: ChargeRepository,
  ) {}

  /** The price of one clip under the table in force. The same function makes the quote and the charge. */
  quote(spec: PriceSpec): Quote {
    return quote(spec, priceTableAt(systemClock.now()));
  }

  /**
   * Waits up to two seconds until the budget of a new key is known here: its event may still be on the way. Call it
   * before the transaction. Refuses `key_not_ready` (503).
   */
  async awaitKey(keyId: string | null): Promise<void> {
    if (keyId === null) return;
    for (let look = 0; look < KEY_LOOKS; look += 1) {
      if ((await this.charges.findKey(keyId)) !== null) return;
      await pause(KEY_LOOK_MS);
    }
    throw refusal(quotaRefusals, 'key_not_ready');
  }

  /**
   * Reserves the credits of all requests, or of none. Refuses `ledger.insufficient` (402) naming account, available
   * and needed, and `key_not_ready` for a key whose budget is unknown: an unknown bound is not "no bound".
   */
  async hold(tx: Tx, requests: readonly ChargeRequest[]): Promise<void> {
    const charges: Charge[] = [];
    for (const request of requests) charges.push(await this.chargeOf(tx, request));
    await this.ledger.holdAll(tx, charges.flatMap(holds));
    await this.charges.insert(tx, charges);
  }

  /** Spends what was held for a generation, exactly once. */
  async settle(tx: Tx, { generationId }: { readonly generationId: string }): Promise<void> {
    const charge = await this.charges.get(tx, generationId);
    for (const settlement of settlements(charge)) await this.ledger.settle(tx, settlement);
  }

  /** Frees what was held for a generation, exactly once. */
  async release(tx: Tx, { generationId }: { readonly generationId: string }): Promise<void> {
    const charge = await this.charges.get(tx, generationId);
    for (const reference of holdReferences(charge)) await this.ledger.release(tx, reference);
  }

  /** Gives the credits of one charged clip back, once. Whether the allowance permits it is the caller's to know. */
  async giveBack(tx: Tx, { generationId }: { readonly generationId: string }): Promise<void> {
    const { enrollmentId, credits } = await this.charges.get(tx, generationId);
    await this.ledger.post(tx, goodwill(generationId, enrollmentId, credits));
  }

  async balanceOf(enrollmentId: string): Promise<CreditBalance> {
    const name = account.credits(enrollmentId);
    const balances = await this.ledger.balances([name]);
    return balances.get(name) ?? { balance: 0n, held: 0n, available: 0n };
  }

  private async chargeOf(tx: Tx, { keyId, ...request }: ChargeRequest): Promise<Charge> {
    if (keyId === null) return { ...request, keyId: null };
    const key = await this.charges.findKey(keyId, tx);
    if (key === null) throw refusal(quotaRefusals, 'key_not_ready');
    return { ...request, keyId: key.budget === null ? null : keyId };
  }
}
