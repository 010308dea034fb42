import { Injectable } from '@nestjs/common';
import { BlobStore } from '../../../platform/storage/blob-store';
import type { PictureType, ReferencePicture, VideoRequest } from '../domain/provider';
import { dress } from '../domain/style';
import { videoRequestOf } from '../domain/video-request';
import type { GenerationEntity } from '../generation.entity';
import { BriefRepository } from './brief.repository';
import { ReferenceRepository } from './reference.repository';
import type { StyleEntity } from './style.entity';
import { StyleRepository } from './style.repository';

/** Puts together what a provider is told of a clip: its fields, its style in that provider's words, its picture. */
@Injectable()
export class BriefService {
  constructor(
    private readonly briefs: BriefRepository,
    private readonly styles: StyleRepository,
    private readonly references: ReferenceRepository,
    private readonly blobs: BlobStore,
  ) {}

  async requestOf(row: GenerationEntity, provider: string): Promise<VideoRequest> {
    const brief = await this.briefs.find(row.batchId);
    const request = videoRequestOf(row);
    if (brief === null) return request;
    const preset = brief.styleId === null ? null : await this.styles.find(brief.styleId);
    const reference = brief.referenceId === null ? null : await this.picture(brief.referenceId);
    return dress({ ...request, reference }, preset, provider);
  }

  /** By clip, each in the words of its own provider and without its picture: for machines far away. */
  async requestsOf(rows: readonly GenerationEntity[]): Promise<Map<string, VideoRequest>> {
    const briefs = await this.briefs.list(rows.map(({ batchId }) => batchId));
    const styles = new Map<string, StyleEntity | null>();
    for (const { styleId } of briefs.values())
      if (styleId !== null && !styles.has(styleId)) styles.set(styleId, await this.styles.find(styleId));
    return new Map(
      rows.map((row) => {
        const preset = styles.get(briefs.get(row.batchId)?.styleId ?? '') ?? null;
        return [row.id, dress(videoRequestOf(row), preset, row.provider)];
      }),
    );
  }

  private async picture(id: string): Promise<ReferencePicture | null> {
    const row = await this.references.find(id);
    if (row === null) return null;
    const parts: Buffer[] = [];
    for await (const part of await this.blobs.read(row.key)) parts.push(part as Buffer);
    return { contentType: row.contentType as PictureType, content: Buffer.concat(parts) };
  }
}
