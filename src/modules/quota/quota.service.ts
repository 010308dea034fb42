import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Refusal, refusal } from '../../kernel/refusal';
import { systemClock } from '../../kernel/clock';
import type { Tx } from '../../platform/db/database';
import { account, accountOf, LedgerService, type AccountKind, type AccountName } from '../ledger';
import { ChargeRepository } from './charge.repository';
import { quotaRefusals, type ChargeRequest, type CreditBalance, type GoodwillClaim } from './contract';
import { priceTableAt, quote, type PriceSpec, type Quote } from './domain/prices';
import { drawFromPool } from './domain/pool';
import { holdReferences, holds, settlements, type Charge } from './domain/recipes';
import { GoodwillService } from './goodwill/goodwill.service';

const KEY_LOOKS = 40;
const KEY_LOOK_MS = 50;

/** Credits of artists and budgets of keys, as recipes on the ledger: held at submit, spent at success, free otherwise. */
@Injectable()
export class QuotaService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly charges: ChargeRepository,
    private readonly goodwill: GoodwillService,
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
   * Reserves the credits of all requests, or of none: as many as the artist's own credits cover on those, the others on
   * the programme's pool where the request names one. Refuses `ledger.insufficient` (402) naming account, available
   * and needed, and `key_not_ready` for a key whose budget is unknown: an unknown bound is not "no bound".
   */
  async hold(tx: Tx, requests: readonly ChargeRequest[]): Promise<void> {
    const own: Charge[] = [];
    for (const request of requests) own.push(await this.chargeOf(tx, request));
    const pools = new Map(requests.map(({ generationId, poolId }) => [generationId, poolId ?? null]));
    const charges = await this.reserve(tx, own, pools);
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

  private async chargeOf(
    tx: Tx,
    { generationId, enrollmentId, keyId, credits }: ChargeRequest,
  ): Promise<Charge> {
    const charge = { generationId, enrollmentId, credits, poolId: null };
    if (keyId === null) return { ...charge, keyId: null };
    const key = await this.charges.findKey(keyId, tx);
    if (key === null) throw refusal(quotaRefusals, 'key_not_ready');
    return { ...charge, keyId: key.budget === null ? null : keyId };
  }

  /** Holds on the artist's own credits or, where these do not suffice, on them and the pool. Returns who pays what. */
  private async reserve(
    tx: Tx,
    own: readonly Charge[],
    pools: ReadonlyMap<string, string | null>,
  ): Promise<readonly Charge[]> {
    try {
      await this.ledger.holdAll(tx, own.flatMap(holds));
      return own;
    } catch (error) {
      const shortage = shortageOf(error);
      const mixed = shortage?.kind === 'credits' ? drawFromPool(own, shortage.available, pools) : null;
      if (mixed === null) throw error;
      await this.ledger.holdAll(tx, mixed.flatMap(holds)).catch((second: unknown) => {
        throw shortageOf(second)?.kind === 'pool' ? error : second;
      });
      return mixed;
    }
  }
}

/** Which kind of account refused a hold, and what it had; `null` for any other trouble. */
function shortageOf(error: unknown): { kind: AccountKind; available: bigint } | null {
  if (!(error instanceof Refusal) || error.module !== 'ledger' || error.code !== 'insufficient') return null;
  const { account: name, available } = error.details;
  return { kind: accountOf(name as AccountName).kind, available: BigInt(available as number) };
}
