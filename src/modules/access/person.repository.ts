import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, type Tx } from '../../platform/db/database';
import { PersonEntity } from './person.entity';

type NewPerson = Pick<PersonEntity, 'id' | 'email' | 'name' | 'passwordHash' | 'roles'>;

/**
 * Caller: PersonRepository.insert.
 * Index: unique (email).
 * Twice: the second insert of an address does nothing and returns no row.
 */
const INSERT_PERSON = `
  INSERT INTO access_people (id, email, name, password_hash, roles) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (email) DO NOTHING RETURNING id`;

@Injectable()
export class PersonRepository {
  constructor(private readonly db: Database) {}

  /** `false`: the address has an account. */
  async insert(tx: Tx, { id, email, name, passwordHash, roles }: NewPerson): Promise<boolean> {
    const rows = await tx.query(INSERT_PERSON, [id, email, name, passwordHash, roles]);
    return rows.length === 1;
  }

  /** Inside of a transaction hand over `tx`, here and in `listByIds`: a second connection while holding one starves the pool. */
  async find(id: string, tx?: Tx): Promise<PersonEntity | null> {
    return (tx ?? this.db).manager.findOneBy(PersonEntity, { id });
  }

  async findByEmail(email: string): Promise<PersonEntity | null> {
    return this.db.manager.findOneBy(PersonEntity, { email });
  }

  async listByIds(ids: readonly string[], tx?: Tx): Promise<PersonEntity[]> {
    return ids.length === 0 ? [] : (tx ?? this.db).manager.findBy(PersonEntity, { id: In([...ids]) });
  }

  /** Newest first, up to `limit` rows older than the person `before`; `role` narrows. */
  async list(before: string | null, limit: number, role: string | null): Promise<PersonEntity[]> {
    const people = this.db.manager
      .createQueryBuilder(PersonEntity, 'person')
      .orderBy('person.id', 'DESC')
      .limit(limit);
    if (before !== null) people.andWhere('person.id < :before', { before });
    if (role !== null) people.andWhere(':role = ANY (person.roles)', { role });
    return people.getMany();
  }
}
