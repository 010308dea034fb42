import { Injectable } from '@nestjs/common';
import { refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { BlobStore } from '../../../platform/storage/blob-store';
import { generationRefusals } from '../contract';
import { MoveService } from '../move.service';
import { VideoRepository } from './video.repository';

/** Removes the files of a clip for good. The clip itself, its charge and its hash stay on record. */
@Injectable()
export class VideoRemoval {
  constructor(
    private readonly db: Database,
    private readonly moves: MoveService,
    private readonly videos: VideoRepository,
    private readonly blobs: BlobStore,
  ) {}

  /** The books first: a file that is left behind belongs to nobody and is swept up. Refuses `is_kept`. */
  async discard(id: string): Promise<void> {
    const keys = await this.db.tx(async (tx) => {
      const row = await this.moves.lock(tx, id);
      if (row.isKeeper) throw refusal(generationRefusals, 'is_kept');
      return this.videos.discard(tx, id);
    });
    for (const key of keys) await this.blobs.remove(key);
  }
}
