import type { Readable } from 'node:stream';

export interface BlobHead {
  readonly key: string;
  readonly bytes: number;
  readonly contentType: string;
  /** Hex; doubles as the ETag. */
  readonly sha256: string;
}

/** Files by key. Keys are made by Atelier (`generations/gen_…/video.mp4`), never from a person's file name. */
export abstract class BlobStore {
  /** Takes the local file at `path` in under `key`, replacing what was there. The source stays. */
  abstract put(key: string, path: string, contentType: string): Promise<BlobHead>;
  abstract head(key: string): Promise<BlobHead | null>;
  /** Bytes `start`…`end` inclusive. */
  abstract read(key: string, range?: { start: number; end: number }): Promise<Readable>;
  /** Removing what is not there is not an error. */
  abstract remove(key: string): Promise<void>;
}
