import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { deriveKey, instanceSecret } from '../../../platform/config/secret';
import { Settings } from '../../../platform/config/settings';
import { Database } from '../../../platform/db/database';
import { BlobStore } from '../../../platform/storage/blob-store';
import { publicKeyOf, readNote, signedNote, signingKey } from '../domain/checkpoint';
import type { CheckpointEntity } from './checkpoint.entity';
import { CheckpointRepository, type ChainEnd } from './checkpoint.repository';

/** Key of a checkpoint's copy in the file store: they sort in the order of the seals. */
const fileOf = (seal: bigint): string => `audit/checkpoints/${String(seal).padStart(12, '0')}.txt`;

/** The public half of an installation's key for checkpoints, from its secret. */
export function checkpointKeyOf(secret: string): string {
  return publicKeyOf(signingKey(deriveKey(secret, 'audit checkpoints')));
}

/** Promises about the log, given where the database cannot take them back. */
@Injectable()
export class CheckpointService {
  private readonly key: KeyObject;

  constructor(
    private readonly db: Database,
    private readonly checkpoints: CheckpointRepository,
    private readonly blobs: BlobStore,
    settings: Settings,
  ) {
    this.key = signingKey(deriveKey(instanceSecret(settings), 'audit checkpoints'));
  }

  /** Base64 of 32 bytes. */
  get publicKey(): string {
    return publicKeyOf(this.key);
  }

  async newest(): Promise<CheckpointEntity | null> {
    return this.checkpoints.newest();
  }

  async chainEnd(): Promise<ChainEnd> {
    return this.checkpoints.end();
  }

  /** Signs the newest seal and puts a copy into the file store; `null`: nothing new. The file comes first: a crash repeats it. */
  async make(): Promise<string | null> {
    const before = await this.checkpoints.newest();
    const known = before === null ? null : readNote(before.note);
    const end = await this.checkpoints.newestSeal(known?.seal ?? 0n);
    if (end === null || end.seal === known?.seal) return null;
    const note = signedNote({ ...end, entries: (known?.entries ?? 0n) + end.entries }, this.key);
    await this.store(fileOf(end.seal), note);
    await this.db.tx((tx) => this.checkpoints.insert(tx, end.seal, note));
    return note;
  }

  private async store(key: string, note: string): Promise<void> {
    const folder = await mkdtemp(path.join(tmpdir(), 'atelier-checkpoint-'));
    try {
      const file = path.join(folder, 'note.txt');
      await writeFile(file, note);
      await this.blobs.put(key, file, 'text/plain; charset=utf-8');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
