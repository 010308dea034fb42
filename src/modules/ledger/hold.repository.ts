import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/database';
import { accountOf, type AccountName, type Unit } from './domain/accounts';
import { settlementDigest, type HoldDraft, type Settlement } from './domain/entry';
import type { HoldEntity } from './hold.entity';
import { EXPIRE, HOLD, RELEASE, SETTLE } from './hold.sql';

export interface HoldOutcome {
  /** How many of the wanted holds now stand, old ones of the same content included. */
  readonly settled: number;
  /** A wanted reference that stands for something else. */
  readonly reused: string | null;
  readonly short: AccountName | null;
  readonly needed: bigint;
  readonly available: bigint;
}

export interface SettleOutcome {
  readonly account: AccountName;
  readonly amount: bigint;
  /** The hold's state before this statement. */
  readonly state: HoldEntity['state'];
  readonly is_settled: boolean;
  /** Whether the settled hold was settled by this very settlement; `null` when that is not visible. */
  readonly is_same: boolean | null;
  readonly is_missing: boolean;
}

@Injectable()
export class HoldRepository {
  /** All or none, in one statement that never spoils `tx`. */
  async insertAll(tx: Tx, holds: readonly HoldDraft[]): Promise<HoldOutcome> {
    const [outcome] = await tx.query<HoldOutcome>(HOLD, [
      holds.map(({ reference }) => reference),
      holds.map(({ account }) => account),
      holds.map(({ amount }) => amount),
      holds.map(({ expiresAt }) => expiresAt),
    ]);
    return outcome as HoldOutcome;
  }

  /** `undefined`: there is no such hold. */
  async settle(tx: Tx, settlement: Settlement, unit: Unit): Promise<SettleOutcome | undefined> {
    const { hold, amount, entry } = settlement;
    const [outcome] = await tx.query<SettleOutcome>(SETTLE, [
      hold,
      amount,
      entry.reference,
      entry.kind,
      unit,
      settlementDigest(settlement),
      JSON.stringify(entry.memo ?? {}),
      accountOf(entry.to).isGuarded ? entry.to : null,
      entry.to,
    ]);
    return outcome;
  }

  /** The state that the hold had before; `undefined`: there is no such hold. */
  async release(tx: Tx, hold: string): Promise<HoldEntity['state'] | undefined> {
    const [row] = await tx.query<{ state: HoldEntity['state'] }>(RELEASE, [hold]);
    return row?.state;
  }

  /** Gives back up to `limit` holds whose time is over; returns how many. */
  async expire(tx: Tx, limit: number): Promise<number> {
    const [row] = await tx.query<{ count: number }>(EXPIRE, [limit]);
    return row?.count ?? 0;
  }
}
