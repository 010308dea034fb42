import type { Readable } from 'node:stream';

export interface BlobHead {
  readonly key: string;
  readonly bytes: number;
  readonly contentType: string;
  /** Hex; doubles as the ETag. */
  readonly sha256: string;
}

/** One stored file as a listing shows it. */
export interface BlobEntry {
  readonly key: string;
  readonly bytes: number;
  readonly changedAt: Date;
}

/** How a file is offered to whoever follows a link to it. */
export interface LinkOptions {
  /** At most `LONGEST_LINK_SECONDS`. */
  readonly seconds: number;
  readonly fileName: string;
  readonly isDownload: boolean;
}

/** What exactly may be uploaded under an upload link. */
export interface UploadOffer {
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  readonly contentType: string;
  /** At most `LONGEST_LINK_SECONDS`. */
  readonly seconds: number;
}

export interface UploadLink {
  readonly method: 'PUT';
  /** Relative to Atelier's own address when it begins with a slash. */
  readonly url: string;
  /** To be sent with the file, as they are: they are part of the signature. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A link is a bearer credential: ten minutes, then ask again. */
export const LONGEST_LINK_SECONDS = 600;

/** Thrown when what arrived is not what was declared. Nothing is kept of it. */
export class BlobMismatch extends Error {
  constructor(readonly expected: Pick<UploadOffer, 'bytes' | 'sha256'>) {
    super(`what arrived has another length or checksum than ${expected.bytes} bytes, ${expected.sha256}`);
    this.name = 'BlobMismatch';
  }
}

/**
 * Files by key. Keys are made by Atelier (`generations/gen_…/video.mp4`), never from a person's file name. What `put` or
 * `write` has answered is durable.
 */
export abstract class BlobStore {
  /** Takes the local file at `path` in under `key`, replacing what was there. The source stays. */
  abstract put(key: string, path: string, contentType: string): Promise<BlobHead>;
  /** Takes a stream in. With `expected`, throws `BlobMismatch` and keeps nothing when something else arrives. */
  abstract write(
    key: string,
    content: Readable,
    contentType: string,
    expected?: Pick<UploadOffer, 'bytes' | 'sha256'>,
  ): Promise<BlobHead>;
  abstract head(key: string): Promise<BlobHead | null>;
  /** Bytes `start`…`end` inclusive. */
  abstract read(key: string, range?: { start: number; end: number }): Promise<Readable>;
  /** Removing what is not there is not an error. */
  abstract remove(key: string): Promise<void>;
  /** Every file whose key begins with `prefix`, in no particular order. */
  abstract list(prefix: string): AsyncIterable<BlobEntry>;
  /** An address that needs no credential and ends by itself. The caller has checked who may see the file. */
  abstract link(key: string, options: LinkOptions): Promise<string>;
  /** An address under which exactly this file may be uploaded. */
  abstract uploadLink(key: string, offer: UploadOffer): Promise<UploadLink>;
}

/** Throws on anything that Atelier did not make itself. */
export function checkKey(key: string): string {
  if (!/^[a-z0-9_-]+(\/[a-z0-9_.-]+)+$/i.test(key) || key.includes('..'))
    throw new Error(`not a blob key: ${key}`);
  return key;
}

export function checkLife(seconds: number): number {
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > LONGEST_LINK_SECONDS)
    throw new RangeError(`a link lives 1 to ${LONGEST_LINK_SECONDS} seconds, not ${seconds}`);
  return seconds;
}
