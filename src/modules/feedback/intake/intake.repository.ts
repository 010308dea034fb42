import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/database';
import type { IntakeUse } from '../domain/intake-limits';

@Injectable()
export class IntakeRepository {
  /**
   * What a person filed of their own accord and what of it waits, counted under a lock that lasts to the end of the
   * transaction: two requests at once cannot both be the last that is allowed.
   */
  async use(tx: Tx, personId: string): Promise<IntakeUse> {
    await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended('feedback.intake ' || $1, 7249))`, [
      personId,
    ]);
    const [row] = await tx.query<{ lastDay: number; waiting: number }>(
      `SELECT count(*) FILTER (WHERE created_at > now() - interval '1 day')::int AS "lastDay",
         count(*) FILTER (WHERE state IN ('new', 'triaged'))::int AS waiting
       FROM feedback_items WHERE person_id = $1 AND origin = 'volunteered'
         AND (state IN ('new', 'triaged') OR created_at > now() - interval '1 day')`,
      [personId],
    );
    return row ?? { lastDay: 0, waiting: 0 };
  }
}
