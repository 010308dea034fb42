import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { DeskSettings } from './desk.dto';
import { FIND_DESK, KEEP_DESK } from './desk.sql';

@Injectable()
export class DeskRepository {
  constructor(private readonly db: Database) {}

  async find(personId: string): Promise<DeskSettings | null> {
    return (await this.db.read<{ settings: DeskSettings }>(FIND_DESK, [personId]))[0]?.settings ?? null;
  }

  async keep(tx: Tx, personId: string, settings: DeskSettings): Promise<void> {
    await tx.run(KEEP_DESK, [personId, JSON.stringify(settings)]);
  }
}
