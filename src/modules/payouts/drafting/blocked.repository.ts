import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/database';
import type { Blocked } from '../domain/draft';

/**
 * Caller: DraftLines, for a page of people.
 * Index: primary key (batch_id, person_id).
 * Twice: one reason of a person in a batch; the first one told stays.
 */
const INSERT = `
  INSERT INTO payouts_blocked (batch_id, person_id, amount, reason)
  SELECT $1, b.person_id, b.amount, b.reason FROM unnest($2::text[], $3::bigint[], $4::text[]) AS b (person_id, amount, reason)
  ON CONFLICT DO NOTHING`;

/** People whom a batch does not pay, and why. */
@Injectable()
export class BlockedRepository {
  async insertAll(tx: Tx, batchId: string, blocked: readonly Blocked[]): Promise<void> {
    if (blocked.length === 0) return;
    await tx.run(INSERT, [
      batchId,
      blocked.map(({ personId }) => personId),
      blocked.map(({ amount }) => amount),
      blocked.map(({ reason }) => reason),
    ]);
  }
}
