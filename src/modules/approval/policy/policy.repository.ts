import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import { Database, type Tx } from '../../../platform/db/database';
import { PolicyEntity } from './policy.entity';

@Injectable()
export class PolicyRepository {
  constructor(private readonly db: Database) {}

  async findNewest(tx?: Tx): Promise<PolicyEntity | null> {
    const [row] = await (tx ?? this.db).manager.find(PolicyEntity, { order: { version: 'DESC' }, take: 1 });
    return row ?? null;
  }

  async find(version: number): Promise<PolicyEntity | null> {
    return this.db.manager.findOneBy(PolicyEntity, { version });
  }

  /** Newest first. */
  async list(): Promise<PolicyEntity[]> {
    return this.db.manager.find(PolicyEntity, { order: { version: 'DESC' } });
  }

  /** `false`: somebody else published this version meanwhile. */
  async insert(tx: Tx, policy: Omit<PolicyEntity, 'publishedAt'>): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(PolicyEntity);
    const values = policy as QueryDeepPartialEntity<PolicyEntity>;
    const result = await insert.values(values).orIgnore().returning('version').execute();
    return (result.raw as unknown[]).length === 1;
  }
}
