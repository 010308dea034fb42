import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import type { BinEntity } from '../bin/bin.entity';
import { BinRepository } from '../bin/bin.repository';
import type { GenerationEntity } from '../generation.entity';
import { GenerationRepository } from '../generation.repository';
import { LIST_NEWEST, LIST_OLDEST_VIDEOS } from './video.sql';

export interface VideoRange {
  readonly after: string | null;
  readonly isAscending: boolean;
  readonly limit: number;
}

/** A clip as that API knows it: with the end of its files, where one is set. */
export interface VideoRow {
  readonly row: GenerationEntity;
  readonly bin: BinEntity | null;
}

@Injectable()
export class VideoRepository {
  constructor(
    private readonly db: Database,
    private readonly generations: GenerationRepository,
    private readonly bin: BinRepository,
  ) {}

  /** A person's clips whose files are not gone, in order. */
  async list(personId: string, { after, isAscending, limit }: VideoRange): Promise<VideoRow[]> {
    const statement = isAscending ? LIST_OLDEST_VIDEOS : LIST_NEWEST;
    const found = await this.db.read<{ id: string }>(statement, [personId, after, limit]);
    const ids = found.map(({ id }) => id);
    const [rows, bin] = await Promise.all([this.generations.listByIds(ids), this.bin.listOf(ids)]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      return row === undefined ? [] : [{ row, bin: bin.get(id) ?? null }];
    });
  }

  /** A person's clip; null when it is somebody else's, or its files are gone. */
  async find(personId: string, id: string): Promise<VideoRow | null> {
    const [row, bin] = await Promise.all([this.generations.find(id), this.bin.find(id)]);
    if (row === null || row.personId !== personId || bin?.state === 'emptied') return null;
    return { row, bin };
  }
}
