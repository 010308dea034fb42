import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';

export interface StoppedKey {
  readonly keyId: string;
  readonly incidentId: string;
  readonly since: Date;
}

@Injectable()
export class StoppedKeyRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, { keyId, incidentId, since }: StoppedKey): Promise<void> {
    await tx.run(
      `INSERT INTO generation_stopped_keys (key_id, incident_id, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [keyId, incidentId, since],
    );
  }

  /** What came of the key is given out. */
  async release(tx: Tx, incidentId: string): Promise<void> {
    await tx.run(
      'UPDATE generation_stopped_keys SET released_at = now() WHERE incident_id = $1 AND released_at IS NULL',
      [incidentId],
    );
  }

  /** The key was in wrong hands: from now on the time runs after which what came of it is removed. */
  async confirm(tx: Tx, incidentId: string): Promise<void> {
    await tx.run(
      'UPDATE generation_stopped_keys SET confirmed_at = now() WHERE incident_id = $1 AND confirmed_at IS NULL',
      [incidentId],
    );
  }

  /**
   * Withheld clips that still have files, by key: seven months after somebody has confirmed that others made them. An
   * appeal is open to their owner for six.
   */
  async listOver(limit: number): Promise<{ keyId: string; ids: string[] }[]> {
    return this.db.read<{ keyId: string; ids: string[] }>(
      `SELECT s.key_id AS "keyId", array_agg(g.id ORDER BY g.id) AS ids
       FROM generation_stopped_keys s
       JOIN LATERAL (
         SELECT g.id FROM generation_generations g
         WHERE g.key_id = s.key_id AND g.created_at >= s.since AND NOT g.is_keeper
           AND EXISTS (SELECT 1 FROM generation_files f WHERE f.generation_id = g.id) LIMIT $1) g ON true
       WHERE s.confirmed_at < now() - interval '7 months' AND s.released_at IS NULL
       GROUP BY s.key_id ORDER BY s.key_id LIMIT $1`,
      [limit],
    );
  }

  /** Clips of a key that have not ended. */
  async listOpen(tx: Tx, keyId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM generation_generations WHERE key_id = $1
         AND state IN ('queued', 'throttled', 'starting', 'processing', 'finishing') ORDER BY id`,
      [keyId],
    );
    return rows.map(({ id }) => id);
  }

  /** Finished clips of a key that are suspect. */
  async countWithheld(tx: Tx, keyId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM generation_generations g JOIN generation_stopped_keys s ON s.key_id = g.key_id
       WHERE g.key_id = $1 AND g.state = 'succeeded' AND g.created_at >= s.since AND s.released_at IS NULL`,
      [keyId],
    );
    return row?.count ?? 0;
  }

  /** Which of these clips are withheld. */
  async listWithheld(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.read<{ id: string }>(
      `SELECT g.id FROM generation_generations g JOIN generation_stopped_keys s ON s.key_id = g.key_id
       WHERE g.id = ANY ($1::text[]) AND g.created_at >= s.since AND s.released_at IS NULL`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
