import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { Farewell } from '../domain/farewell';
import { CHOOSE_FAREWELL, FIND_FAREWELL, LIST_FAREWELLS, MARK_LEFT } from './farewell.sql';

export interface FarewellRow extends Record<string, unknown> {
  readonly programId: string;
  readonly choice: Farewell;
  readonly leftAt: Date | null;
}

@Injectable()
export class FarewellRepository {
  constructor(private readonly db: Database) {}

  async list(personId: string): Promise<FarewellRow[]> {
    return this.db.read<FarewellRow>(LIST_FAREWELLS, [personId]);
  }

  async find(tx: Tx, personId: string, programId: string): Promise<FarewellRow | null> {
    return (await tx.query<FarewellRow>(FIND_FAREWELL, [personId, programId]))[0] ?? null;
  }

  async choose(tx: Tx, personId: string, programId: string, choice: Farewell): Promise<void> {
    await tx.run(CHOOSE_FAREWELL, [personId, programId, choice]);
  }

  /** Keeps an earlier choice; whoever made none keeps their name. Returns what holds. */
  async markLeft(tx: Tx, personId: string, programId: string): Promise<Farewell> {
    const [row] = await tx.query<{ choice: Farewell }>(MARK_LEFT, [personId, programId]);
    return row?.choice ?? 'keep_name';
  }
}
