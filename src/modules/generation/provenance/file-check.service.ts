import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, Logger } from '@nestjs/common';
import { firstIdAt, newId } from '../../../kernel/id';
import { decodeCursor, toPage } from '../../../kernel/page';
import { Settings } from '../../../platform/config/settings';
import { Database } from '../../../platform/db/database';
import { decodeFully } from '../../../platform/media/decode';
import { FfmpegLocator } from '../../../platform/media/ffmpeg';
import { ProvenanceSigner } from '../../../platform/provenance/provenance-signer';
import { BlobStore } from '../../../platform/storage/blob-store';
import { checkOf, type FileFindings } from '../domain/file-check';
import type { FileCheckPage, FileCheckQuery, FileCheckRunView } from './file-check.dto';
import { Outbox } from '../../../platform/outbox/outbox';
import { filesBad } from '../contract';
import { StewardService } from '../pool/steward.service';
import { ProvenanceRepository, type StoredVideo } from './provenance.repository';

const DECODE_MS = 180_000;
const WINDOW_MS = 30 * 86_400_000;

/** Copies `key` to `target`, and its hash as hex; `null`: there is no such file. */
export async function readBack(blobs: BlobStore, key: string, target: string): Promise<string | null> {
  if ((await blobs.head(key)) === null) return null;
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(part: Buffer, _encoding, done): void {
      hash.update(part);
      done(null, part);
    },
  });
  await pipeline(await blobs.read(key), hashing, createWriteStream(target));
  return hash.digest('hex');
}

/** Tools a stored file is looked at with. */
@Injectable()
export class FileReader {
  constructor(
    readonly settings: Settings,
    private readonly blobs: BlobStore,
    private readonly signer: ProvenanceSigner,
    private readonly ffmpeg: FfmpegLocator,
  ) {}

  /** Reads every byte, the manifest if one was promised, and every frame. */
  async look({ key, manifest }: StoredVideo): Promise<FileFindings> {
    const folder = path.resolve(this.settings.dataDir, 'work', `check-${randomUUID()}`);
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, 'video.mp4');
    try {
      const sha256 = await readBack(this.blobs, key, file).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (sha256 === null) return { sha256, manifest: null, decodeFault: null };
      return {
        sha256,
        manifest: manifest === null ? null : await this.manifestOf(file),
        decodeFault: await this.decodeFault(file),
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async manifestOf(file: string): Promise<FileFindings['manifest']> {
    const reading = await this.signer.read(file);
    if (!reading.found) return null;
    const { label, isValid, failures, reason } = reading;
    return { label, isValid, why: reason ?? failures.join(', ') };
  }

  private async decodeFault(file: string): Promise<string | null> {
    const finding = await this.ffmpeg.find();
    if (!finding.found) return null;
    const decoded = await decodeFully(finding.ffmpeg, file, { timeoutMs: DECODE_MS, untrusted: false });
    return decoded.ok ? null : decoded.reason;
  }
}

/** Looks at stored files again, those first that were not looked at for the longest time. */
@Injectable()
export class FileCheckService {
  private readonly log = new Logger('file-check');

  constructor(
    private readonly db: Database,
    private readonly provenance: ProvenanceRepository,
    private readonly reader: FileReader,
    private readonly stewards: StewardService,
    private readonly outbox: Outbox,
  ) {}

  /** One file that cannot be read does not keep the others from being looked at. Managers are told of bad ones, once for each run. */
  async run(limit: number = this.reader.settings.sampleFiles): Promise<FileCheckRunView> {
    const videos = await this.provenance.listOldest(limit);
    let bad = 0;
    for (const video of videos) {
      try {
        if (!(await this.check(video))) bad += 1;
      } catch (error) {
        this.log.error({ generation: video.generationId, error }, 'a stored file could not be looked at');
      }
    }
    const run = { checked: videos.length, bad };
    if (bad > 0) await this.warn(run);
    return run;
  }

  async list({ cursor, limit, bad }: FileCheckQuery): Promise<FileCheckPage> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const from = firstIdAt('fck', new Date(Date.now() - WINDOW_MS));
    const [rows, sums] = await Promise.all([
      this.provenance.listChecks(bad === true, before, limit + 1),
      this.provenance.sumChecks(from),
    ]);
    const page = toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => ({ ...row, checkedAt: row.checkedAt.toISOString() }),
    );
    return {
      sums: sums.map(({ outcome, count, last }) => ({ outcome, count, lastAt: last.toISOString() })),
      items: [...page.items],
      next: page.next,
    };
  }

  private async warn(run: FileCheckRunView): Promise<void> {
    const stewards = await this.stewards.list();
    await this.db.tx(async (tx) => {
      for (const personId of stewards) await this.outbox.add(tx, filesBad, { personId, ...run });
    });
  }

  private async check(video: StoredVideo): Promise<boolean> {
    const { outcome, detail } = checkOf(await this.reader.look(video), video);
    const { generationId } = video;
    await this.db.tx((tx) =>
      this.provenance.insertCheck(tx, { id: newId('fck'), generationId, outcome, detail }),
    );
    if (outcome !== 'ok')
      this.log.error(
        { generation: generationId, outcome, detail },
        'a stored file is not what was delivered',
      );
    return outcome === 'ok';
  }
}
