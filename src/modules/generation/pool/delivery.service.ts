import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BlobStore } from '../../../platform/storage/blob-store';
import { FILE_KINDS, type FileKind } from '../contract';
import type { RenderedFiles } from '../domain/provider';
import type { FileEntity } from '../file.entity';
import type { GenerationEntity } from '../generation.entity';

const NAMES: Readonly<Record<FileKind, { name: string; type: string }>> = {
  video: { name: 'video.mp4', type: 'video/mp4' },
  poster: { name: 'poster.jpg', type: 'image/jpeg' },
  sheet: { name: 'sheet.jpg', type: 'image/jpeg' },
};

/** Puts the files of a finished clip into the store, and takes them out again when nobody is to have them. */
@Injectable()
export class DeliveryService {
  constructor(private readonly blobs: BlobStore) {}

  /** Fence and a word of its own are part of the key: whoever is late writes beside what was delivered, never over it. */
  async store(row: GenerationEntity, fence: bigint, files: RenderedFiles): Promise<FileEntity[]> {
    const stored: FileEntity[] = [];
    const folder = `generations/${row.id}/a${fence}-${randomBytes(4).toString('hex')}`;
    for (const kind of FILE_KINDS) {
      const path = files[kind];
      if (path === null) continue;
      const { name, type } = NAMES[kind];
      const head = await this.blobs.put(`${folder}/${name}`, path, type);
      const { key, sha256 } = head;
      stored.push({ generationId: row.id, kind, key, sha256, bytes: BigInt(head.bytes), contentType: type });
    }
    return stored;
  }

  async remove(files: readonly FileEntity[]): Promise<void> {
    for (const { key } of files) await this.blobs.remove(key);
  }
}
