import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { GoodwillCause } from '../domain/recipes';
import type { GoodwillEntity } from './goodwill.entity';
import { COUNT_GOODWILL, HAS_GOODWILL, INSERT_GOODWILL } from './goodwill.sql';

/** How often credits came back: for this shot ever, and since the week began. */
export interface GoodwillUse {
  readonly shot: number;
  readonly week: number;
}

export interface GoodwillCount {
  readonly enrollmentId: string;
  readonly cause: GoodwillCause;
  readonly shot: string;
  readonly since: Date;
}

@Injectable()
export class GoodwillRepository {
  constructor(private readonly db: Database) {}

  async count({ enrollmentId, cause, shot, since }: GoodwillCount, tx?: Tx): Promise<GoodwillUse> {
    const values = [enrollmentId, cause, shot, since];
    const rows =
      tx === undefined
        ? await this.db.read<{ shot: number; week: number }>(COUNT_GOODWILL, values)
        : await tx.query<{ shot: number; week: number }>(COUNT_GOODWILL, values);
    return rows[0] ?? { shot: 0, week: 0 };
  }

  async has(tx: Tx, generationId: string): Promise<boolean> {
    const [row] = await tx.query<{ found: boolean }>(HAS_GOODWILL, [generationId]);
    return row?.found === true;
  }

  async insert(tx: Tx, row: Omit<GoodwillEntity, 'at'>): Promise<void> {
    const { generationId, enrollmentId, cause, shot, credits, evidence } = row;
    const values = [generationId, enrollmentId, cause, shot, credits, JSON.stringify(evidence)];
    await tx.run(INSERT_GOODWILL, values);
  }
}
