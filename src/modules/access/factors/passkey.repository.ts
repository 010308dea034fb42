import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';

export interface PasskeyRow {
  readonly id: string;
  readonly personId: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
  readonly name: string;
  /** Copied between the devices of its owner by their maker. */
  readonly isSynced: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

type NewPasskey = Omit<PasskeyRow, 'createdAt' | 'lastUsedAt'>;

const COLUMNS = `id, person_id AS "personId", credential_id AS "credentialId", public_key AS "publicKey",
  counter::float8 AS counter, transports, name, is_synced AS "isSynced", created_at AS "createdAt", last_used_at AS "lastUsedAt"`;

/**
 * Caller: PasskeyService.add.
 * Index: unique (credential_id).
 * Twice: the second insert does nothing and returns no row.
 */
const INSERT = `
  INSERT INTO access_passkeys (id, person_id, credential_id, public_key, counter, transports, name, is_synced)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (credential_id) DO NOTHING RETURNING id`;

@Injectable()
export class PasskeyRepository {
  constructor(private readonly db: Database) {}

  async list(personId: string, tx?: Tx): Promise<PasskeyRow[]> {
    const sql = `SELECT ${COLUMNS} FROM access_passkeys WHERE person_id = $1 ORDER BY id`;
    return tx === undefined
      ? this.db.read<PasskeyRow>(sql, [personId])
      : tx.query<PasskeyRow>(sql, [personId]);
  }

  async findByCredential(credentialId: string): Promise<PasskeyRow | null> {
    const sql = `SELECT ${COLUMNS} FROM access_passkeys WHERE credential_id = $1`;
    return (await this.db.read<PasskeyRow>(sql, [credentialId]))[0] ?? null;
  }

  /** `false`: this passkey is registered already. */
  async insert(tx: Tx, row: NewPasskey): Promise<boolean> {
    const { id, personId, credentialId, publicKey, counter, transports, name, isSynced } = row;
    const values = [id, personId, credentialId, publicKey, counter, transports, name, isSynced];
    return (await tx.query(INSERT, values)).length === 1;
  }

  /** Notes a use; `false`: somebody answered with the same or an older counter meanwhile. */
  async use(tx: Tx, id: string, before: number, counter: number): Promise<boolean> {
    const sql = `UPDATE access_passkeys SET counter = $3, last_used_at = now() WHERE id = $1 AND counter = $2`;
    return (await tx.run(sql, [id, before, counter])) === 1;
  }

  async rename(tx: Tx, personId: string, id: string, name: string): Promise<boolean> {
    const sql = 'UPDATE access_passkeys SET name = $3 WHERE id = $2 AND person_id = $1';
    return (await tx.run(sql, [personId, id, name])) === 1;
  }

  async remove(tx: Tx, personId: string, id: string): Promise<boolean> {
    return (
      (await tx.run('DELETE FROM access_passkeys WHERE id = $2 AND person_id = $1', [personId, id])) === 1
    );
  }
}
