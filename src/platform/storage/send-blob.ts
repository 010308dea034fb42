import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusal, refusals } from '../../kernel/refusal';
import { disposition } from '../http/disposition';
import type { BlobStore } from './blob-store';

export const storageRefusals = refusals('storage', {
  gone: { kind: 'not_found', says: 'This file is no longer kept.' },
  link_over: {
    kind: 'forbidden',
    says: 'This address is over, or it was not made by Atelier. Ask for a new one.',
  },
  other_file: {
    kind: 'invalid',
    says: 'What arrived is not the file that was announced: its length, checksum or type differ. Nothing was kept.',
  },
  bad_range: {
    kind: 'invalid',
    says: 'The Range header asks for bytes beyond the end of the file.',
    status: 416,
  },
});

/** First and last byte of a single `Range: bytes=…`; `null` without one. Refuses (416) what lies outside. */
export function parseRange(header: string | undefined, bytes: number): { start: number; end: number } | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return null;
  const start = match[1] === '' ? Math.max(0, bytes - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? bytes - 1 : Math.min(Number(match[2]), bytes - 1);
  if (start > end || start >= bytes) throw refusal(storageRefusals, 'bad_range', { bytes });
  return { start, end };
}

export interface SendOptions {
  readonly key: string;
  /** Offered to the browser when the file is saved. */
  readonly fileName: string;
  readonly isPublic: boolean;
  readonly isDownload: boolean;
  /** May be kept, but must be asked for before each use: it can be gone at any moment. What is public other pages may show. */
  readonly isRevocable?: boolean;
}

function cachingOf({ isPublic, isRevocable }: SendOptions): Record<string, string> {
  if (isRevocable === true && isPublic)
    return { 'cache-control': 'public, no-cache', 'cross-origin-resource-policy': 'cross-origin' };
  if (isRevocable === true) return { 'cache-control': 'private, no-cache' };
  return { 'cache-control': isPublic ? 'public, max-age=3600' : 'private, max-age=600' };
}

/** Answers with a blob: range requests, ETag = sha256, 304, no sniffing. The caller has checked who may see it. */
export async function sendBlob(
  store: BlobStore,
  request: FastifyRequest,
  reply: FastifyReply,
  options: SendOptions,
): Promise<void> {
  const head = await store.head(options.key);
  if (head === null) throw refusal(storageRefusals, 'gone');
  const etag = `"${head.sha256}"`;
  void reply.headers({
    etag,
    'accept-ranges': 'bytes',
    ...cachingOf(options),
    'x-content-type-options': 'nosniff',
    'content-type': head.contentType,
    'content-disposition': disposition(options.isDownload ? 'attachment' : 'inline', options.fileName),
  });
  if (request.headers['if-none-match'] === etag) {
    await reply.status(304).send();
    return;
  }
  const ifRange = request.headers['if-range'];
  const range =
    ifRange === undefined || ifRange === etag ? parseRange(request.headers.range, head.bytes) : null;
  if (range === null) {
    await reply.header('content-length', head.bytes).send(await store.read(options.key));
    return;
  }
  void reply.status(206).headers({
    'content-range': `bytes ${range.start}-${range.end}/${head.bytes}`,
    'content-length': range.end - range.start + 1,
  });
  await reply.send(await store.read(options.key, range));
}
