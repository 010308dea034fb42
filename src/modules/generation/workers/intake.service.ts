import { randomUUID } from 'node:crypto';
import { mkdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Refusal, refusal } from '../../../kernel/refusal';
import { Settings } from '../../../platform/config/settings';
import { Database } from '../../../platform/db/database';
import { GroupCommit } from '../../../platform/db/group-commit';
import { BlobMismatch, BlobStore } from '../../../platform/storage/blob-store';
import { spool } from '../../../platform/storage/spool';
import { generationRefusals } from '../contract';
import type { GenerationEntity } from '../generation.entity';
import { GenerationRepository } from '../generation.repository';
import { HandOverService } from '../pool/hand-over.service';
import { LeaseService } from '../pool/lease.service';
import type { CompleteBody, EndedView } from './worker.dto';
import { WorkerRepository, type LeaseFacts } from './worker.repository';
import { ingestKey, isOwn, lost } from './work.service';

/** What the intake of results stands on, in one word: six are enough for a constructor. */
@Injectable()
export class IntakeParts {
  constructor(
    readonly db: Database,
    readonly blobs: BlobStore,
    readonly settings: Settings,
  ) {}
}

interface Known {
  readonly facts: LeaseFacts | null;
  readonly row: GenerationEntity | null;
}

/** Takes in what remote workers have made: verified byte by byte, then on the one way that every clip goes. */
@Injectable()
export class IntakeService {
  /** A worker that repeats itself while its first word is still worked on gets the answer of that. */
  private readonly running = new Map<string, Promise<EndedView>>();

  private hasFolder: Promise<unknown> | undefined;
  /** Results that arrive together are looked up together. */
  private readonly looks = new GroupCommit<string, Known>(async (ids) => {
    const [facts, rows] = await Promise.all([this.workers.listLeases(ids), this.generations.listByIds(ids)]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => ({ facts: facts.get(id) ?? null, row: byId.get(id) ?? null }));
  });

  constructor(
    private readonly parts: IntakeParts,
    private readonly workers: WorkerRepository,
    private readonly generations: GenerationRepository,
    private readonly leases: LeaseService,
    private readonly handOvers: HandOverService,
  ) {}

  /**
   * Delivers the uploaded file; saying so again is success. Refuses `lease_lost`, `upload_missing`, `upload_differs` (the
   * lease goes on), `media_unfit` (the attempt has failed).
   */
  async complete(me: Actor, id: string, body: CompleteBody): Promise<EndedView> {
    const { facts, row } = await this.looks.add(id);
    if (row === null || !isOwn(facts, me, body.fence)) throw lost();
    const isSame = facts.uploadSha256 === body.sha256;
    if (facts.isEnded && facts.state === 'succeeded' && isSame) return { id, outcome: 'delivered' };
    if (facts.isEnded) throw lost();
    const name = `${id} ${body.fence} ${body.sha256}`;
    const known = this.running.get(name);
    if (known !== undefined) return known;
    const work = this.take(row, body).finally(() => this.running.delete(name));
    this.running.set(name, work);
    return work;
  }

  private async take(row: GenerationEntity, body: CompleteBody): Promise<EndedView> {
    const { id } = row;
    const key = ingestKey(id, body.fence);
    const video = await this.workFile();
    try {
      await this.fetch(key, body, video);
      await this.deliver(row, body, video).catch(async (error: unknown) => {
        // Decided against: nobody comes back for it. Any other error leaves it, so that the worker can say it again.
        if (error instanceof Refusal) await this.parts.blobs.remove(key);
        throw error;
      });
      await this.parts.blobs.remove(key);
      return { id, outcome: 'delivered' };
    } finally {
      await unlink(video).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      });
    }
  }

  /** A copy of our own: what is looked at is what is delivered, whatever happens under the upload address meanwhile. */
  private async fetch(key: string, { bytes, sha256 }: CompleteBody, to: string): Promise<void> {
    const head = await this.parts.blobs.head(key);
    if (head === null) throw refusal(generationRefusals, 'upload_missing');
    if (head.bytes !== bytes) throw refusal(generationRefusals, 'upload_differs', { bytes: head.bytes });
    try {
      await spool(await this.parts.blobs.read(key), to, { bytes, sha256 });
    } catch (error) {
      if (error instanceof BlobMismatch) throw refusal(generationRefusals, 'upload_differs');
      throw error;
    }
  }

  /** While the file is looked at the lease is ours to keep alive: its worker has done its part. */
  private async deliver(row: GenerationEntity, body: CompleteBody, video: string): Promise<void> {
    const fence = BigInt(body.fence);
    const lease = this.leases.hold({ row, fence });
    try {
      const files = { video, poster: null, sheet: null, upload: body.sha256 };
      const result = await this.handOvers.handOver(row, fence, files, body.model);
      if (result.kind === 'unfit')
        throw refusal(generationRefusals, 'media_unfit', { reason: result.reason });
      if (result.kind === 'late') throw lost();
    } finally {
      lease.close();
    }
  }

  private async workFile(): Promise<string> {
    const folder = path.resolve(this.parts.settings.dataDir, 'work');
    this.hasFolder ??= mkdir(folder, { recursive: true });
    await this.hasFolder;
    return path.join(folder, `intake-${randomUUID()}.mp4`);
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
