import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** One file of an archive. It is opened when its turn has come, one at a time. */
export interface ZipEntry {
  /** Relative, with slashes. */
  readonly path: string;
  readonly at: Date;
  /** Video is packed already: packing it again costs time and saves nothing. */
  readonly isPacked: boolean;
  /** `null`: there is nothing any more, and the archive goes on without it. */
  readonly open: () => Promise<Readable | null>;
}

/**
 * A ZIP file as it is written: nothing of it is kept in memory but what passes. `onDone` is told after each entry.
 * Whatever fails ends the stream with its error.
 */
export function zipOf(entries: Iterable<ZipEntry>, onDone: (done: number) => void): Readable {
  const zip = new ZipFile();
  const output = Readable.from(zip.outputStream, { objectMode: false });
  const fail = (error: unknown): void => {
    output.destroy(error instanceof Error ? error : new Error(String(error)));
  };
  zip.on('error', fail);
  void fill(zip, entries, onDone, output).catch(fail);
  return output;
}

async function fill(
  zip: ZipFile,
  entries: Iterable<ZipEntry>,
  onDone: (done: number) => void,
  output: Readable,
): Promise<void> {
  let done = 0;
  for (const entry of entries) {
    const content = await entry.open();
    if (content !== null) await add(zip, entry, content, output);
    if (output.destroyed) return;
    done += 1;
    onDone(done);
  }
  zip.end();
}

/** Until the last byte of the entry was read, or nobody reads the archive any more. */
async function add(
  zip: ZipFile,
  { path, at, isPacked }: ZipEntry,
  content: Readable,
  output: Readable,
): Promise<void> {
  const stop = (): unknown => content.destroy();
  output.once('close', stop);
  const passed = new Promise<void>((resolve, reject) => {
    content.once('end', resolve).once('error', reject).once('close', resolve);
  });
  zip.addReadStream(content, path, { mtime: at, compress: !isPacked });
  await passed;
  output.off('close', stop);
}
