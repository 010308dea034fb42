import { Injectable } from '@nestjs/common';
import { Database } from '../db/database';
import { FORGET_CHANGES } from '../db/change-feed';
import { FORGET_ANSWERS } from '../idempotency/idempotency.sql';
import { jobKind } from '../queue/job';
import { Handles } from '../queue/job.registry';

const DAY_MS = 86_400_000;

/** Once a day: what the platform remembers only for a while. */
export const CLEAN = jobKind<object>('platform.clean', { every: DAY_MS });

/** Forgets what has served its time, so that the tables every request looks into stay small. */
@Injectable()
export class CleaningProcessor {
  constructor(private readonly db: Database) {}

  @Handles(CLEAN)
  async clean(): Promise<void> {
    for (const sql of [FORGET_ANSWERS, FORGET_CHANGES]) await this.db.tx((tx) => tx.run(sql));
  }
}
