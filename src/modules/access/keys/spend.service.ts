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

  /** A clip of a key has ended, exactly once; `credits` is what comes back, 0 when it was spent. */
  async end(tx: Tx, keyId: string, credits: bigint, askedAt: Date): Promise<void> {
    await tx.query('SELECT access_end_clip($1, $2, $3)', [keyId, credits, askedAt]);
  }

  /** Whether nothing that this key asked for may be started: it lies in quarantine. */
  async isStopped(tx: Tx, keyId: string): Promise<boolean> {
    const rows = await tx.query(`SELECT 1 FROM access_keys WHERE id = $1 AND state = 'quarantined'`, [keyId]);
    return rows.length === 1;
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
