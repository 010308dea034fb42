import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BlobMismatch, type UploadOffer } from './blob-store';

export interface Spooled {
  readonly bytes: number;
  readonly sha256: string;
}

/** Counts and hashes what passes; ends the stream as soon as more arrives than was declared. */
function meter(expected: Pick<UploadOffer, 'bytes' | 'sha256'> | undefined) {
  const hash = createHash('sha256');
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      if (expected !== undefined && bytes > expected.bytes) done(new BlobMismatch(expected));
      else done(null, chunk);
    },
  });
  return { through, read: (): Spooled => ({ bytes, sha256: hash.digest('hex') }) };
}

/**
 * Writes a stream to a local file and flushes it to the disk: what this answers survives a power cut. Throws
 * `BlobMismatch` when something else than `expected` arrives. Whatever fails, no file is left.
 */
export async function spool(
  content: Readable,
  file: string,
  expected?: Pick<UploadOffer, 'bytes' | 'sha256'>,
): Promise<Spooled> {
  const { through, read } = meter(expected);
  try {
    await pipeline(content, through, createWriteStream(file, { flush: true }));
    const spooled = read();
    if (
      expected !== undefined &&
      (spooled.bytes !== expected.bytes || spooled.sha256 !== expected.sha256.toLowerCase())
    )
      throw new BlobMismatch(expected);
    return spooled;
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** Flushes a folder, so that a rename in it survives a power cut. Not every file system knows how. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
