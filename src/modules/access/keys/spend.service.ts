import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';

/** Room that a key has: what it asked for in the present hour and day (UTC), and how many of its clips are open. */
export interface KeySpend {
  readonly keyId: string;
  readonly hourCredits: bigint;
  readonly dayCredits: bigint;
  readonly openClips: number;
}

export interface EndedClip {
  readonly keyId: string;
  /** What comes back of its price; 0: it was spent. */
  readonly credits: bigint;
  readonly askedAt: Date;
}

/** What clips of keys come to. They are taken by `access_take_spend`, in the statement of the submit. */
@Injectable()
export class SpendService {
  constructor(private readonly db: Database) {}

  /** Clips of keys have ended, each exactly once. Keys are locked by name, as the submit does. */
  async end(tx: Tx, clips: readonly EndedClip[]): Promise<void> {
    if (clips.length === 0) return;
    await tx.query(
      `SELECT access_end_clip(w.key, w.credits, w.asked_at)
       FROM (SELECT * FROM unnest($1::text[], $2::bigint[], $3::timestamptz[]) AS w (key, credits, asked_at) ORDER BY key OFFSET 0) w`,
      [
        clips.map(({ keyId }) => keyId),
        clips.map(({ credits }) => credits),
        clips.map(({ askedAt }) => askedAt),
      ],
    );
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
