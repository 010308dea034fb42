import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { Settings } from '../../../platform/config/settings';
import { Database } from '../../../platform/db/database';
import { BlobStore, type BlobEntry } from '../../../platform/storage/blob-store';
import { BinRepository } from '../bin/bin.repository';
import type { StorageView } from './storage.dto';
import { SweepRepository } from './sweep.repository';

/** Younger files may belong to a transaction that is still to come: storing goes before committing. */
const ORPHAN_AGE_MS = 24 * 3_600_000;
const CHUNK = 500;
const MOST_MISSING = 100;

/** What is ours to sweep: delivered files, and uploads that were never delivered. */
const PREFIXES = ['generations/', 'ingest/'] as const;

/** Compares the stored files with what the database says of them, both ways. */
@Injectable()
export class StorageService {
  private readonly log = new Logger('storage');

  constructor(
    private readonly db: Database,
    private readonly blobs: BlobStore,
    private readonly sweeps: SweepRepository,
    private readonly bin: BinRepository,
    private readonly settings: Settings,
  ) {}

  async view(): Promise<StorageView> {
    const [usage, last, bin] = await Promise.all([
      this.sweeps.usage(),
      this.sweeps.last(),
      this.bin.usageOfAll(),
    ]);
    return {
      kind: this.settings.s3Bucket === undefined ? 'disk' : 's3',
      files: usage.files,
      bytes: Number(usage.bytes),
      bin: bin.map(({ state, clips, bytes, firstAt }) => ({
        state,
        clips,
        bytes: Number(bytes),
        firstAt: firstAt?.toISOString() ?? null,
      })),
      lastSweep:
        last === null
          ? null
          : {
              at: last.at.toISOString(),
              files: last.files,
              bytes: Number(last.bytes),
              orphans: last.orphans,
              orphanBytes: Number(last.orphanBytes),
              missing: last.missing,
            },
    };
  }

  /** Removes files that nothing refers to once they are `orphanAgeMs` old, and reports delivered files that are not there. */
  async sweep(orphanAgeMs = ORPHAN_AGE_MS): Promise<void> {
    const seen = { files: 0, bytes: 0n, orphans: 0, orphanBytes: 0n };
    for (const prefix of PREFIXES) {
      for await (const chunk of inChunks(this.blobs.list(prefix))) {
        const known = await this.sweeps.known(chunk.map(({ key }) => key));
        for (const entry of chunk) {
          seen.files += 1;
          seen.bytes += BigInt(entry.bytes);
          if (known.has(entry.key) || Date.now() - entry.changedAt.getTime() < orphanAgeMs) continue;
          await this.blobs.remove(entry.key);
          seen.orphans += 1;
          seen.orphanBytes += BigInt(entry.bytes);
        }
      }
    }
    await this.clearWork();
    const missing = await this.findMissing();
    if (missing.length > 0) this.log.error({ missing }, 'delivered files are not in the store');
    await this.db.tx((tx) => this.sweeps.insert(tx, { id: newId('swp'), ...seen, missing }));
  }

  /** What a killed process left behind in the work folder of this machine: no render is that old. */
  private async clearWork(): Promise<void> {
    const folder = path.resolve(this.settings.dataDir, 'work');
    for (const name of await readdir(folder).catch(() => [])) {
      const left = path.join(folder, name);
      const changed = await stat(left).then(
        ({ mtimeMs }) => mtimeMs,
        () => Infinity,
      );
      if (Date.now() - changed >= ORPHAN_AGE_MS) await rm(left, { recursive: true, force: true });
    }
  }

  private async findMissing(): Promise<string[]> {
    const missing: string[] = [];
    let after = '';
    for (;;) {
      const keys = await this.sweeps.listKeys(after, CHUNK);
      for (const key of keys) {
        if ((await this.blobs.head(key)) === null) missing.push(key);
        if (missing.length >= MOST_MISSING) return missing;
      }
      const last = keys.at(-1);
      if (last === undefined) return missing;
      after = last;
    }
  }
}

async function* inChunks(entries: AsyncIterable<BlobEntry>): AsyncIterable<BlobEntry[]> {
  let chunk: BlobEntry[] = [];
  for await (const entry of entries) {
    chunk.push(entry);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
