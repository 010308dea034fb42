import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SECOND } from '../../../kernel/clock';
import type { Tx } from '../../../platform/db/database';
import { FORGET_TRIES, GIVE_PLACE_BACK, TAKE_PLACE, TAKE_TRY, WAIT_OF_TRY } from './tries.sql';

/** `free` wrong tries, then a wait that doubles with each: `first` milliseconds, at most `longest`. */
export interface Steps {
  readonly kind: string;
  readonly free: number;
  readonly first: number;
  readonly longest: number;
}

/** At most `limit` within `window` milliseconds. */
export interface Allowance {
  readonly kind: string;
  readonly limit: number;
  readonly window: number;
}

const keyOf = (kind: string, name: string): Buffer =>
  createHash('sha256').update(`${kind}\n${name}`).digest();

/** How often something was tried under a name, over all processes. */
@Injectable()
export class TriesRepository {
  /** Milliseconds to wait; 0: the try is noted and may go on. A refused one is not noted, so that waiting always helps. */
  async take(tx: Tx, { kind, free, first, longest }: Steps, name: string): Promise<number> {
    const values = [keyOf(kind, name), free, first / SECOND, longest / SECOND];
    const taken = await tx.query<{ wait: number }>(TAKE_TRY, values);
    if (taken.length > 0) return 0;
    const [row] = await tx.query<{ wait: number }>(WAIT_OF_TRY, values);
    return row?.wait ?? 0;
  }

  /** `false`: it is one too many. */
  async takeOf(tx: Tx, { kind, limit, window }: Allowance, name: string): Promise<boolean> {
    return (await tx.query(TAKE_PLACE, [keyOf(kind, name), limit, window / SECOND])).length === 1;
  }

  /** The try was a right one: whoever is here is forgiven all of them. */
  async clear(tx: Tx, { kind }: Steps, name: string): Promise<void> {
    await tx.run('DELETE FROM access_tries WHERE key = $1', [keyOf(kind, name)]);
  }

  /** Takes the last one back: it was a right one. */
  async giveBack(tx: Tx, { kind }: Allowance, name: string): Promise<void> {
    await tx.run(GIVE_PLACE_BACK, [keyOf(kind, name)]);
  }

  async forget(tx: Tx): Promise<void> {
    await tx.run(FORGET_TRIES);
  }
}
