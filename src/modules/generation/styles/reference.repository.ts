import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { ReferenceEntity } from './reference.entity';

@Injectable()
export class ReferenceRepository {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<ReferenceEntity | null> {
    return this.db.manager.findOneBy(ReferenceEntity, { id });
  }

  async countOf(personId: string): Promise<number> {
    return this.db.manager.countBy(ReferenceEntity, { personId });
  }

  async insert(tx: Tx, row: Omit<ReferenceEntity, 'createdAt'>): Promise<void> {
    await tx.manager.insert(ReferenceEntity, row);
  }
}
