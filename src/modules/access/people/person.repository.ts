import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Role } from '../../../kernel/actor';
import { Database, type Tx } from '../../../platform/db/database';
import { PersonEntity } from './person.entity';

type NewPerson = Pick<PersonEntity, 'id' | 'email' | 'name' | 'passwordHash'> & {
  readonly roles: readonly Role[];
  readonly isVerified: boolean;
};

export const PERSON_STATES = ['active', 'unverified', 'closed'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** A person in the staff's list. */
export interface PersonRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: Role[];
  readonly createdAt: Date;
  /** Not active: not yet verified (of staff: invited), or closed. */
  readonly state: PersonState;
  readonly hasSecondFactor: boolean;
  readonly lastSeenAt: Date | null;
}

/**
 * Caller: PersonRepository.insert.
 * Index: unique (email).
 * Twice: the second insert of an address does nothing and returns no row.
 */
const INSERT_PERSON = `
  INSERT INTO access_people (id, email, name, password_hash, roles, verified_at)
  VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN now() END)
  ON CONFLICT (email) DO NOTHING RETURNING id`;

/**
 * Caller: PersonRepository.list; $3 to $5 narrow by role, state and a piece of name or address.
 * Index: primary key, backwards; a filter walks on until the page is full.
 * Twice: reading only.
 */
const LIST_PEOPLE = `
  SELECT p.id, p.email, p.name, p.roles, p.created_at AS "createdAt",
    CASE WHEN p.deactivated_at IS NOT NULL THEN 'closed' WHEN p.verified_at IS NULL THEN 'unverified' ELSE 'active' END AS state,
    EXISTS (SELECT 1 FROM access_totps t WHERE t.person_id = p.id AND t.confirmed_at IS NOT NULL)
      OR EXISTS (SELECT 1 FROM access_passkeys k WHERE k.person_id = p.id) AS "hasSecondFactor",
    (SELECT max(s.last_seen_at) FROM access_sessions s WHERE s.person_id = p.id) AS "lastSeenAt"
  FROM access_people p
  WHERE ($1::text IS NULL OR p.id < $1) AND ($3::text IS NULL OR $3 = ANY (p.roles))
    AND ($4::text IS NULL OR $4 = CASE WHEN p.deactivated_at IS NOT NULL THEN 'closed'
      WHEN p.verified_at IS NULL THEN 'unverified' ELSE 'active' END)
    AND ($5::text IS NULL OR lower(p.name) LIKE $5 OR p.email LIKE $5)
  ORDER BY p.id DESC LIMIT $2`;

@Injectable()
export class PersonRepository {
  constructor(private readonly db: Database) {}

  /** `false`: the address has an account. */
  async insert(tx: Tx, person: NewPerson): Promise<boolean> {
    const { id, email, name, passwordHash, roles, isVerified } = person;
    const rows = await tx.query(INSERT_PERSON, [id, email, name, passwordHash, roles, isVerified]);
    return rows.length === 1;
  }

  /** The row, locked until the transaction ends: what is decided about it holds. */
  async lock(tx: Tx, id: string): Promise<PersonEntity | null> {
    return tx.manager.findOne(PersonEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async setPassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
    await tx.run('UPDATE access_people SET password_hash = $2, updated_at = now() WHERE id = $1', [
      id,
      passwordHash,
    ]);
  }

  async setName(tx: Tx, id: string, name: string): Promise<void> {
    await tx.run('UPDATE access_people SET name = $2, updated_at = now() WHERE id = $1', [id, name]);
  }

  /** `false`: the address was verified before. */
  async verify(tx: Tx, id: string): Promise<boolean> {
    const sql =
      'UPDATE access_people SET verified_at = now(), updated_at = now() WHERE id = $1 AND verified_at IS NULL';
    return (await tx.run(sql, [id])) === 1;
  }

  async setRoles(tx: Tx, id: string, roles: readonly Role[]): Promise<void> {
    await tx.run('UPDATE access_people SET roles = $2, updated_at = now() WHERE id = $1', [id, roles]);
  }

  /** Closes an account or opens it again; `false`: it was so before. */
  async setActive(tx: Tx, id: string, isActive: boolean): Promise<boolean> {
    const sql = `UPDATE access_people SET deactivated_at = CASE WHEN $2 THEN NULL ELSE now() END, updated_at = now()
      WHERE id = $1 AND (deactivated_at IS NULL) <> $2`;
    return (await tx.run(sql, [id, isActive])) === 1;
  }

  /** Administrators who could act, locked in the order of their ids: two that leave at once do not leave none. */
  async lockAdmins(tx: Tx): Promise<string[]> {
    const sql = `SELECT id FROM access_people WHERE 'admin' = ANY (roles) AND deactivated_at IS NULL ORDER BY id FOR UPDATE`;
    return (await tx.query<{ id: string }>(sql)).map(({ id }) => id);
  }

  /** Inside of a transaction hand over `tx`, here and in `listByIds`: a second connection while holding one starves the pool. */
  async find(id: string, tx?: Tx): Promise<PersonEntity | null> {
    return (tx ?? this.db).manager.findOneBy(PersonEntity, { id });
  }

  async findByEmail(email: string, tx?: Tx): Promise<PersonEntity | null> {
    return (tx ?? this.db).manager.findOneBy(PersonEntity, { email });
  }

  async listByIds(ids: readonly string[], tx?: Tx): Promise<PersonEntity[]> {
    return ids.length === 0 ? [] : (tx ?? this.db).manager.findBy(PersonEntity, { id: In([...ids]) });
  }

  /** Newest first, up to `limit` rows older than the person `before`. */
  async list(
    before: string | null,
    limit: number,
    {
      role,
      state,
      text,
    }: { role?: Role | undefined; state?: PersonState | undefined; text?: string | undefined },
  ): Promise<PersonRow[]> {
    const pattern = text === undefined ? null : `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    return this.db.read<PersonRow>(LIST_PEOPLE, [before, limit, role ?? null, state ?? null, pattern]);
  }
}
