import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import {
  BlobStore, checkKey, checkLife, type BlobEntry, type BlobHead, type LinkOptions, type UploadLink, type UploadOffer,
} from './blob-store'; // prettier-ignore
import { signLink } from './signed-link';
import { flushFolder, spool } from './spool';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Blobs as files below one folder, each with a small JSON file of its facts beside it. */
export class DiskStore extends BlobStore {
  constructor(
    private readonly root: string,
    /** Signs the addresses that `blob.routes.ts` answers. */
    readonly linkSecret: Buffer,
  ) {
    super();
  }

  async put(key: string, source: string, contentType: string): Promise<BlobHead> {
    return this.write(key, createReadStream(source), contentType);
  }

  /** To a temporary file, flushed, then renamed: a reader never sees half a file. The facts come last: they are the commit. */
  async write(
    key: string,
    content: Readable,
    contentType: string,
    expected?: Pick<UploadOffer, 'bytes' | 'sha256'>,
  ): Promise<BlobHead> {
    const target = this.pathOf(key);
    await mkdir(path.dirname(target), { recursive: true });
    const temporary = `${target}.${randomBytes(6).toString('hex')}.part`;
    const spooled = await spool(content, temporary, expected);
    const head: BlobHead = { key, contentType, ...spooled };
    await rename(temporary, target);
    await spool(Readable.from(JSON.stringify(head)), `${temporary}.json`);
    await rename(`${temporary}.json`, `${target}.json`);
    await flushFolder(path.dirname(target));
    return head;
  }

  async head(key: string): Promise<BlobHead | null> {
    try {
      return JSON.parse(await readFile(`${this.pathOf(key)}.json`, 'utf8')) as BlobHead;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async read(key: string, range?: { start: number; end: number }): Promise<Readable> {
    return createReadStream(this.pathOf(key), range);
  }

  async remove(key: string): Promise<void> {
    await rm(`${this.pathOf(key)}.json`, { force: true });
    await rm(this.pathOf(key), { force: true });
  }

  /** Also what a crash left half-written: to whoever sweeps it is a file like any other. */
  async *list(prefix: string): AsyncIterable<BlobEntry> {
    const names = await readdir(this.root, { recursive: true, withFileTypes: true }).catch(
      (error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      },
    );
    for (const entry of names) {
      const file = path.join(entry.parentPath, entry.name);
      const key = path.relative(this.root, file).split(path.sep).join('/');
      if (!entry.isFile() || key.endsWith('.json') || !key.startsWith(prefix)) continue;
      const facts = await stat(file).catch(() => null);
      if (facts !== null) yield { key, bytes: facts.size, changedAt: facts.mtime };
    }
  }

  async link(key: string, { seconds, fileName, isDownload }: LinkOptions): Promise<string> {
    const until = untilOf(seconds);
    return this.addressOf(key, signLink(this.linkSecret, { may: 'get', key, until, fileName, isDownload }));
  }

  async uploadLink(key: string, { seconds, ...offer }: UploadOffer): Promise<UploadLink> {
    const token = signLink(this.linkSecret, { may: 'put', key, until: untilOf(seconds), ...offer });
    const headers = { 'content-type': offer.contentType, 'content-length': String(offer.bytes) };
    return { method: 'PUT', url: this.addressOf(key, token), headers };
  }

  private addressOf(key: string, token: string): string {
    return `/blobs/${checkKey(key)}?link=${token}`;
  }

  private pathOf(key: string): string {
    return path.join(this.root, checkKey(key));
  }
}

const untilOf = (seconds: number): number => Math.floor(Date.now() / 1_000) + checkLife(seconds);
