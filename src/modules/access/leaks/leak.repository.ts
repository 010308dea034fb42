import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';

export const LEAK_SOURCES = ['report', 'github', 'gitlab', 'address', 'body'] as const;
export type LeakSource = (typeof LEAK_SOURCES)[number];

export interface LeakLine {
  readonly hash: Buffer;
  readonly place: string;
  readonly keyId: string | null;
}

@Injectable()
export class LeakRepository {
  constructor(private readonly db: Database) {}

  /** Notes reports that are new; which ones were. The same text at the same place, from the same source, is one. */
  async insert(tx: Tx, source: LeakSource, lines: readonly LeakLine[]): Promise<boolean[]> {
    const rows = await tx.query<{ n: number }>(
      `WITH given AS (
         SELECT DISTINCT ON (g.hash, g.place) g.* FROM unnest($2::bytea[], $3::text[], $4::text[]) WITH ORDINALITY AS g (hash, place, key_id, n)
         ORDER BY g.hash, g.place, g.n
       ), made AS (
         INSERT INTO access_leak_reports (token_hash, source, place, key_id)
         SELECT hash, $1, place, key_id FROM given ORDER BY hash, place ON CONFLICT DO NOTHING RETURNING token_hash, place
       ) SELECT g.n::int AS n FROM given g JOIN made m ON m.token_hash = g.hash AND m.place = g.place`,
      [
        source,
        lines.map(({ hash }) => hash),
        lines.map(({ place }) => place),
        lines.map(({ keyId }) => keyId),
      ],
    );
    const isNew = new Set(rows.map(({ n }) => n));
    return lines.map((_, index) => isNew.has(index + 1));
  }

  /** The bait that this is; `null`: none. */
  async findTrap(hash: Buffer): Promise<{ id: string; place: string } | null> {
    const [row] = await this.db.read<{ id: string; place: string }>(
      'SELECT id, place FROM access_traps WHERE secret_hash = $1',
      [hash],
    );
    return row ?? null;
  }

  /** `false`: somebody touched it within the last ten minutes, and that is known already. */
  async springTrap(tx: Tx, id: string): Promise<boolean> {
    const count = await tx.run(
      `UPDATE access_traps SET sprung_at = now() WHERE id = $1 AND coalesce(sprung_at < now() - interval '10 minutes', true)`,
      [id],
    );
    return count === 1;
  }

  async insertTrap(
    tx: Tx,
    trap: { id: string; secretHash: Buffer; prefix: string; lastFour: string; place: string; by: string },
  ): Promise<void> {
    await tx.run(
      'INSERT INTO access_traps (id, secret_hash, prefix, last_four, place, made_by) VALUES ($1, $2, $3, $4, $5, $6)',
      [trap.id, trap.secretHash, trap.prefix, trap.lastFour, trap.place, trap.by],
    );
  }

  async listTraps(): Promise<TrapRow[]> {
    return this.db.read<TrapRow & Record<string, unknown>>(
      `SELECT id, prefix, last_four AS "lastFour", place, created_at AS "createdAt", sprung_at AS "sprungAt"
       FROM access_traps ORDER BY id DESC LIMIT 100`,
    );
  }
}

export interface TrapRow {
  readonly id: string;
  readonly prefix: string;
  readonly lastFour: string;
  readonly place: string;
  readonly createdAt: Date;
  readonly sprungAt: Date | null;
}
