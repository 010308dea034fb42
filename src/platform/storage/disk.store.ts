import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BlobStore, type BlobHead } from './blob-store';

/** Blobs as files below one folder, each with a small JSON file of its facts beside it. */
export class DiskStore extends BlobStore {
  constructor(private readonly root: string) {
    super();
  }

  async put(key: string, source: string, contentType: string): Promise<BlobHead> {
    const target = this.pathOf(key);
    await mkdir(path.dirname(target), { recursive: true });
    const hash = createHash('sha256');
    await pipeline(createReadStream(source), hash);
    const head: BlobHead = { key, bytes: (await stat(source)).size, contentType, sha256: hash.digest('hex') };
    // Copy, then rename: a reader never sees half a file, and a crash leaves only a temporary one behind.
    const temporary = `${target}.${process.pid}.part`;
    await copyFile(source, temporary);
    await rename(temporary, target);
    await writeFile(`${target}.json`, JSON.stringify(head));
    return head;
  }

  async head(key: string): Promise<BlobHead | null> {
    try {
      return JSON.parse(await readFile(`${this.pathOf(key)}.json`, 'utf8')) as BlobHead;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async read(key: string, range?: { start: number; end: number }): Promise<Readable> {
    return createReadStream(this.pathOf(key), range);
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
    await rm(`${this.pathOf(key)}.json`, { force: true });
  }

  private pathOf(key: string): string {
    if (!/^[a-z0-9_-]+(\/[a-z0-9_.-]+)+$/i.test(key) || key.includes('..'))
      throw new Error(`not a blob key: ${key}`);
    return path.join(this.root, key);
  }
}
