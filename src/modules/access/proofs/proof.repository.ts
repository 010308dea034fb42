import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { LinkKind } from '../domain/links';

/**
 * Caller: LinkService.consume.
 * Index: unique (token_hash).
 * Twice: the second finds it used and touches nothing.
 */
const CONSUME = `
  UPDATE access_proofs SET used_at = now()
  WHERE token_hash = $1 AND kind = $2 AND used_at IS NULL AND expires_at > now()
  RETURNING person_id AS "personId"`;

/**
 * Caller: LinkService.issue and whatever makes older links pointless.
 * Index: access_proofs_person.
 * Twice: ends only what is not yet ended.
 */
const END = `UPDATE access_proofs SET used_at = now() WHERE person_id = $1 AND kind = ANY ($2::text[]) AND used_at IS NULL`;

/**
 * Caller: the hourly clean-up.
 * Index: access_proofs_expires, access_challenges_expires.
 * Twice: deletes nothing new.
 */
const FORGET_PROOFS = `DELETE FROM access_proofs WHERE expires_at < now() - interval '30 days'`;

interface NewProof {
  readonly id: string;
  readonly personId: string;
  readonly kind: LinkKind;
  readonly tokenHash: Buffer;
  readonly hours: number;
}

@Injectable()
export class ProofRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, { id, personId, kind, tokenHash, hours }: NewProof): Promise<void> {
    await tx.run(
      `INSERT INTO access_proofs (id, person_id, kind, token_hash, expires_at)
       VALUES ($1, $2, $3, $4, now() + make_interval(hours => $5))`,
      [id, personId, kind, tokenHash, hours],
    );
  }

  /** Whose live link it is; `null`: nobody's. */
  async find(tokenHash: Buffer, kind: LinkKind): Promise<{ personId: string; expiresAt: Date } | null> {
    const sql = `SELECT person_id AS "personId", expires_at AS "expiresAt" FROM access_proofs
      WHERE token_hash = $1 AND kind = $2 AND used_at IS NULL AND expires_at > now()`;
    return (await this.db.read<{ personId: string; expiresAt: Date }>(sql, [tokenHash, kind]))[0] ?? null;
  }

  /** Uses a link up; `null`: it was used, has expired, or never was. */
  async consume(tx: Tx, tokenHash: Buffer, kind: LinkKind): Promise<string | null> {
    return (await tx.query<{ personId: string }>(CONSUME, [tokenHash, kind]))[0]?.personId ?? null;
  }

  /** Ends a person's open links of these kinds. */
  async end(tx: Tx, personId: string, kinds: readonly LinkKind[]): Promise<void> {
    await tx.run(END, [personId, kinds]);
  }

  async forget(tx: Tx): Promise<void> {
    await tx.run(FORGET_PROOFS);
  }
}
