import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * What the C2PA library reads files through. It is built for a browser's worker: it takes a `Blob`, slices it, and reads
 * the slices with `FileReaderSync`. Node has no synchronous reader of blobs, so both are given to it over a descriptor;
 * the file is never in memory as a whole on this side.
 */
export class FileBlob extends Blob {
  private constructor(
    private readonly descriptor: number,
    private readonly from: number,
    to: number,
    type: string,
  ) {
    super([], { type });
    // The class of Node declares a property; what it really has is a getter, and so has this.
    Object.defineProperty(this, 'size', { value: to - from });
  }

  /** Close it when the library is done. */
  static open(file: string, type: string): FileBlob {
    const descriptor = openSync(file, 'r');
    return new FileBlob(descriptor, 0, fstatSync(descriptor).size, type);
  }

  override slice(start = 0, end = this.size, type = this.type): FileBlob {
    const at = (offset: number): number =>
      this.from + Math.min(this.size, Math.max(0, offset < 0 ? this.size + offset : offset));
    return new FileBlob(this.descriptor, at(start), Math.max(at(start), at(end)), type);
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(this.readAll());
  }

  readAll(): ArrayBuffer {
    const bytes = new Uint8Array(this.size);
    for (let at = 0; at < bytes.length;) {
      const read = readSync(this.descriptor, bytes, at, bytes.length - at, this.from + at);
      if (read === 0) throw new Error('the file became shorter while it was read');
      at += read;
    }
    return bytes.buffer;
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

class Reader {
  readAsArrayBuffer(blob: FileBlob): ArrayBuffer {
    return blob.readAll();
  }
}

/** Gives this thread the reader the library looks for under its global name. */
export function installReader(): void {
  (globalThis as { FileReaderSync?: unknown }).FileReaderSync ??= Reader;
}
