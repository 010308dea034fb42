import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';

/** Room that a key has: what it asked for in the present hour and day (UTC), and how many of its clips are open. */
export interface KeySpend {
  readonly keyId: string;
  readonly hourCredits: bigint;
  readonly dayCredits: bigint;
  readonly openClips: number;
}

/** What clips of keys come to. They are taken by `access_take_spend`, in the statement of the submit. */
@Injectable()
export class SpendService {
  constructor(private readonly db: Database) {}

  /**
   * A clip of a key has ended, exactly once; `credits` is what comes back, 0 when it was spent. The statement that delivers
   * clips says the same by itself.
   */
  async end(tx: Tx, keyId: string, credits: bigint, askedAt: Date): Promise<void> {
    await tx.query('SELECT access_end_clip($1, $2, $3)', [keyId, credits, askedAt]);
  }

  /** Those of `keyIds` that lie in quarantine: nothing that they asked for may be started. */
  async listStopped(tx: Tx | null, keyIds: readonly string[]): Promise<Set<string>> {
    if (keyIds.length === 0) return new Set();
    const text = `SELECT id FROM access_keys WHERE id = ANY ($1::text[]) AND state = 'quarantined'`;
    const rows = await (tx === null
      ? this.db.read<{ id: string }>(text, [keyIds])
      : tx.query<{ id: string }>(text, [keyIds]));
    return new Set(rows.map(({ id }) => id));
  }

  async of(keyIds: readonly string[]): Promise<Map<string, KeySpend>> {
    const rows = await this.db.read<KeySpend & Record<string, unknown>>(
      `SELECT key_id AS "keyId", open_clips AS "openClips",
         CASE WHEN hour = date_trunc('hour', now(), 'UTC') THEN hour_credits ELSE 0 END AS "hourCredits",
         CASE WHEN hour >= date_trunc('day', now(), 'UTC') THEN day_credits ELSE 0 END AS "dayCredits"
       FROM access_key_spend WHERE key_id = ANY ($1::text[])`,
      [keyIds],
    );
    return new Map(rows.map((row) => [row.keyId, row]));
  }
}
