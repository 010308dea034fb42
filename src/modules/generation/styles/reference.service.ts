import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { FfmpegLocator } from '../../../platform/media/ffmpeg';
import { decodePicture } from '../../../platform/media/picture';
import { BlobStore } from '../../../platform/storage/blob-store';
import { generationRefusals } from '../contract';
import { pictureFacts } from '../domain/picture';
import type { ReferenceView } from './reference.dto';
import type { ReferenceEntity } from './reference.entity';
import { ReferenceRepository } from './reference.repository';

/** Pictures that clips may start from. What a file is, its bytes say; its sender is not asked. */
@Injectable()
export class ReferenceService {
  constructor(
    private readonly db: Database,
    private readonly references: ReferenceRepository,
    private readonly blobs: BlobStore,
    private readonly ffmpeg: FfmpegLocator,
  ) {}

  /** Keeps a picture. Refuses `bad_picture`. */
  async keep(actor: Actor, content: unknown): Promise<ReferenceView> {
    const facts = Buffer.isBuffer(content) ? pictureFacts(content) : null;
    if (facts === null || !Buffer.isBuffer(content)) throw refusal(generationRefusals, 'bad_picture');
    const folder = await mkdtemp(path.join(os.tmpdir(), 'atelier-picture-'));
    try {
      const file = path.join(folder, 'picture');
      await writeFile(file, content);
      const finding = await this.ffmpeg.find();
      const fault = finding.found ? await decodePicture(finding.ffmpeg, file, facts.contentType) : null;
      if (fault !== null) throw refusal(generationRefusals, 'bad_picture', { detail: fault });
      return await this.store(actor, file, facts);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** An own picture. Refuses `no_reference`. */
  async own(actor: Pick<Actor, 'id'>, id: string): Promise<ReferenceEntity> {
    const row = await this.references.find(id);
    if (row?.personId !== actor.id)
      throw refusal(generationRefusals, 'no_reference', { field: 'referenceId' });
    return row;
  }

  /** The same to look at: somebody else's is `not_found`. */
  async shown(actor: Pick<Actor, 'id'>, id: string): Promise<ReferenceEntity> {
    const row = await this.references.find(id);
    if (row?.personId !== actor.id) throw refusal(generationRefusals, 'not_found');
    return row;
  }

  private async store(
    actor: Actor,
    file: string,
    facts: Pick<ReferenceEntity, 'contentType' | 'width' | 'height'>,
  ): Promise<ReferenceView> {
    const id = newId('ref');
    const head = await this.blobs.put(`references/${actor.id}/${id}`, file, facts.contentType);
    const { key, sha256 } = head;
    const row = { ...facts, id, personId: actor.id, key, sha256, bytes: BigInt(head.bytes) };
    await this.db.tx((tx) => this.references.insert(tx, row));
    return { id, ...facts, bytes: head.bytes, picture: `/api/v1/references/${id}` };
  }
}
