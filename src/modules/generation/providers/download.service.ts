import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Outgoing, OutgoingError, type OutgoingFault } from '../../../platform/http/outgoing';
import type { Failure, FailureCode, Fetched } from '../domain/provider';
import { codeOfStatus, parseRetryAfter } from './answers.mapping';

const MOST_BYTES = 2 * 1024 ** 3;
const TIMEOUT_MS = 10 * 60_000;
const MOST_HOPS = 3;

export interface DownloadOptions {
  readonly folder: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The server that we were told to trust, wherever it stands. Headers are sent to it alone. */
  readonly base: string;
  /** Hosts of the own network that clips may be fetched from as well; every other one must be public and HTTPS. */
  readonly hosts?: readonly string[];
}

const failed = (code: FailureCode, message: string): Failure => ({ state: 'failed', code, message });
const unclear = (failure: Failure): Fetched => ({ state: 'unclear', failure });
/** What no later try makes better. */
const FORBIDDEN: ReadonlySet<OutgoingFault> = new Set([
  'bad_address',
  'not_https',
  'has_credentials',
  'forbidden_port',
  'forbidden_address',
]);
/** Host and port, as `Outgoing` is told of hosts of the own network. */
const hostOf = (base: string): string => {
  const { hostname, port } = new URL(base);
  return `${hostname.replace(/^\[|\]$/g, '')}:${port}`;
};
const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '');

/** Brings a finished clip into `folder`. A link that has expired, a page or an endless file is `BAD_OUTPUT`. */
export async function download(url: string, options: DownloadOptions): Promise<Fetched> {
  try {
    const response = await follow(url, options, MOST_HOPS);
    if ('state' in response) return response;
    return await keep(response, options.folder);
  } catch (error) {
    if (error instanceof OutgoingError && FORBIDDEN.has(error.fault))
      return failed('BAD_OUTPUT', 'Its address is not one that may be fetched.');
    return unclear(failed('TRANSIENT', `The clip could not be fetched (${String(error).slice(0, 200)}).`));
  }
}

async function follow(url: string, options: DownloadOptions, hops: number): Promise<Response | Fetched> {
  const isBase = originOf(url) === originOf(options.base);
  const outgoing = new Outgoing({ outgoingHosts: [...(options.hosts ?? []), hostOf(options.base)] });
  const headers = isBase ? { ...options.headers } : {};
  const response = await outgoing.fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
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
