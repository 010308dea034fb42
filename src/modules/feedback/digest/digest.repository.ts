import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { WeekSummed } from '../contract';
import { CLAIM_WEEK, SET_DIGEST, SUM_WEEKS } from './digest.sql';

export type Week = Omit<WeekSummed, 'week'>;

@Injectable()
export class DigestRepository {
  constructor(private readonly db: Database) {}

  /** What the week from `from` to `to` came to, for those who were not told yet: 500 at most. */
  async weeks(from: Date, to: Date): Promise<Week[]> {
    return this.db.read<Week>(SUM_WEEKS, [from, to, 500]);
  }

  /** `false`: told already, or not wanted any more. */
  async claim(tx: Tx, personId: string, week: string): Promise<boolean> {
    return (await tx.run(CLAIM_WEEK, [personId, week])) === 1;
  }

  async isOff(personId: string): Promise<boolean> {
    const [row] = await this.db.read<{ isOff: boolean }>(
      `SELECT is_off AS "isOff" FROM feedback_digests WHERE person_id = $1`,
      [personId],
    );
    return row?.isOff ?? false;
  }

  async set(tx: Tx, personId: string, isOff: boolean): Promise<void> {
    await tx.run(SET_DIGEST, [personId, isOff]);
  }
}
