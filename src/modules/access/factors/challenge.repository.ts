import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { Database, type Tx } from '../../../platform/db/database';

export type Purpose = 'passkey_register' | 'passkey_prove' | 'oidc';

const MINUTES = 10;

/**
 * Caller: ChallengeRepository.consume.
 * Index: primary key.
 * Twice: the second finds the row gone.
 */
const CONSUME = `
  DELETE FROM access_challenges WHERE id = $1 AND purpose = $2
  RETURNING person_id AS "personId", content, expires_at > now() AS "isLive"`;

/**
 * Caller: the hourly clean-up.
 * Index: access_challenges_expires.
 * Twice: deletes nothing new.
 */
const FORGET = `DELETE FROM access_challenges WHERE expires_at < now()`;

/** What was asked of a browser and is awaited back, once and soon. */
@Injectable()
export class ChallengeRepository {
  constructor(private readonly db: Database) {}

  /** Notes what was asked; the id names it when the answer comes. */
  async put(
    purpose: Purpose,
    content: Readonly<Record<string, string>>,
    personId: string | null,
  ): Promise<string> {
    const id = newId('chl');
    await this.db.tx((tx) =>
      tx.run(
        `INSERT INTO access_challenges (id, purpose, person_id, content, expires_at)
         VALUES ($1, $2, $3, $4, now() + interval '${MINUTES} minutes')`,
        [id, purpose, personId, JSON.stringify(content)],
      ),
    );
    return id;
  }

  /** Takes it away, so that it is answered once. `personId` must be that of the asking, `null` for nobody's. */
  async consume(
    id: string,
    purpose: Purpose,
    personId: string | null,
  ): Promise<Record<string, string> | null> {
    const [row] = await this.db.tx((tx) =>
      tx.query<{ personId: string | null; content: Record<string, string>; isLive: boolean }>(CONSUME, [
        id,
        purpose,
      ]),
    );
    return row?.isLive === true && row.personId === personId ? row.content : null;
  }

  async forget(tx: Tx): Promise<void> {
    await tx.run(FORGET);
  }
}
