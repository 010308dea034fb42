import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decodeFully } from '../../../platform/media/decode';
import { FfmpegLocator } from '../../../platform/media/ffmpeg';
import { probeVideo } from '../../../platform/media/probe';
import { BlobStore } from '../../../platform/storage/blob-store';
import { FILE_KINDS, type FileKind } from '../contract';
import { clipFault } from '../domain/clip';
import type { RenderedFiles } from '../domain/provider';
import type { FileEntity } from '../file.entity';
import type { GenerationEntity } from '../generation.entity';

const NAMES: Readonly<Record<FileKind, { name: string; type: string }>> = {
  video: { name: 'video.mp4', type: 'video/mp4' },
  poster: { name: 'poster.jpg', type: 'image/jpeg' },
  sheet: { name: 'sheet.jpg', type: 'image/jpeg' },
};
const DECODE_TIMEOUT_MS = 120_000;

/** Looks at what a provider made before anybody is charged for it, and stores it. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly blobs: BlobStore,
    private readonly ffmpeg: FfmpegLocator,
  ) {}

  /** Why the files are not what was ordered, or `null`. Probes the index and decodes every frame. */
  async inspect(row: GenerationEntity, files: RenderedFiles): Promise<string | null> {
    if (files.poster === null || files.sheet === null) return 'poster or contact sheet is missing';
    const probe = await probeVideo(files.video);
    if (!probe.ok) return probe.reason;
    const finding = await this.ffmpeg.find();
    if (!finding.found) return finding.reason;
    const decoded = await decodeFully(finding.ffmpeg, files.video, {
      timeoutMs: DECODE_TIMEOUT_MS,
      untrusted: false,
    });
    return decoded.ok ? clipFault(probe.facts, row, decoded.frames) : decoded.reason;
  }

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
