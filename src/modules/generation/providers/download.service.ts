import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Failure, FailureCode, Fetched } from '../domain/provider';
import { codeOfStatus, parseRetryAfter } from './answers.mapping';

const MOST_BYTES = 2 * 1024 ** 3;
const TIMEOUT_MS = 10 * 60_000;
const MOST_HOPS = 3;

export interface DownloadOptions {
  readonly folder: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The server that we were told to trust; everything else must be HTTPS. Headers are sent to it alone. */
  readonly base: string;
}

const failed = (code: FailureCode, message: string): Failure => ({ state: 'failed', code, message });
const unclear = (failure: Failure): Fetched => ({ state: 'unclear', failure });
const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '');

/** Brings a finished clip into `folder`. A link that has expired, a page or an endless file is `BAD_OUTPUT`. */
export async function download(url: string, options: DownloadOptions): Promise<Fetched> {
  try {
    const response = await follow(url, options, MOST_HOPS);
    if ('state' in response) return response;
    return await keep(response, options.folder);
  } catch (error) {
    return unclear(failed('TRANSIENT', `The clip could not be fetched (${String(error).slice(0, 200)}).`));
  }
}

async function follow(url: string, options: DownloadOptions, hops: number): Promise<Response | Fetched> {
  const isBase = originOf(url) === originOf(options.base);
  if (!isBase && !url.startsWith('https://'))
    return failed('BAD_OUTPUT', 'Its address is not one that may be fetched.');
  const headers = isBase ? { ...options.headers } : {};
  const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
  const { status } = response;
  const to = response.headers.get('location');
  if (status >= 300 && status < 400 && to !== null) {
    await response.body?.cancel();
    return hops === 0
      ? failed('BAD_OUTPUT', 'Its address leads in a circle.')
      : follow(new URL(to, url).href, options, hops - 1);
  }
  if (response.ok) return response;
  await response.body?.cancel();
  if ([403, 404, 410].includes(status))
    return failed('BAD_OUTPUT', `The link to the finished clip has expired (${status}).`);
  const retryAfter = parseRetryAfter(response.headers.get('retry-after'), Date.now());
  return unclear({
    ...failed(codeOfStatus(status), `The clip could not be fetched (${status}).`),
    retryAfter,
  });
}

async function keep(response: Response, folder: string): Promise<Fetched> {
  const type = response.headers.get('content-type') ?? '';
  if (/html|json|text\//i.test(type)) {
    await response.body?.cancel();
    return failed('BAD_OUTPUT', `In place of a clip there came ${type.split(';')[0] ?? 'a page'}.`);
  }
  const video = path.join(folder, 'video.mp4');
  let bytes = 0;
  await pipeline(
    Readable.fromWeb(response.body as never),
    async function* bounded(parts: AsyncIterable<Buffer>) {
      for await (const part of parts) {
        bytes += part.length;
        if (bytes > MOST_BYTES) throw new Error('it is larger than two gigabytes');
        yield part;
      }
    },
    createWriteStream(video),
  );
  return bytes === 0 ? failed('BAD_OUTPUT', 'The file is empty.') : { state: 'fetched', video };
}
