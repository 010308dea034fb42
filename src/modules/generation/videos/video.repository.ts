import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { DiscardEntity } from './discard.entity';
import { INSERT_DISCARD, LIST_NEWEST, LIST_OLDEST_VIDEOS, TAKE_FILES } from './video.sql';

export interface VideoRange {
  readonly after: string | null;
  readonly isAscending: boolean;
  readonly limit: number;
}

@Injectable()
export class VideoRepository {
  constructor(private readonly db: Database) {}

  /** Ids of a person's clips that are not deleted, in order. */
  async list(personId: string, { after, isAscending, limit }: VideoRange): Promise<string[]> {
    const statement = isAscending ? LIST_OLDEST_VIDEOS : LIST_NEWEST;
    const rows = await this.db.read<{ id: string }>(statement, [personId, after, limit]);
    return rows.map(({ id }) => id);
  }

  async isDiscarded(generationId: string): Promise<boolean> {
    return this.db.manager.existsBy(DiscardEntity, { generationId });
  }

  /** Takes a clip's files out of the books; returns where they lie. */
  async discard(tx: Tx, generationId: string): Promise<string[]> {
    await tx.run(INSERT_DISCARD, [generationId]);
    return (await tx.query<{ key: string }>(TAKE_FILES, [generationId])).map(({ key }) => key);
  }
}
