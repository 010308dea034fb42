import http from 'node:http';
import https from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import type { Settings } from '../config/settings';
import { Readable } from 'node:stream';

const TOTAL_MS = 10_000;
const LARGEST = 64 * 1024;

/** Why a call was not made, or its answer not taken. */
export type OutgoingFault =
  | 'bad_address'
  | 'not_https'
  | 'has_credentials'
  | 'forbidden_port'
  | 'forbidden_address'
  | 'unknown_host'
  | 'too_many_redirects'
  | 'too_large'
  | 'too_slow'
  | 'unreachable';

/** A call out of Atelier that did not come about. `fault` is safe to show; the message names no address of ours. */
export class OutgoingError extends Error {
  constructor(
    readonly fault: OutgoingFault,
    cause?: unknown,
  ) {
    super(`outgoing call: ${fault}`, { cause });
    this.name = 'OutgoingError';
  }
}

export interface OutgoingRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** From the first look-up to the last byte, in milliseconds; 10 s unless told otherwise. */
  readonly timeoutMs?: number;
  /** Bytes of the answer's body; 64 KiB unless told otherwise. */
  readonly maxBytes?: number;
  /** Redirects to follow, each checked like the first address. None unless told otherwise; only for GET and HEAD. */
  readonly redirects?: number;
  readonly signal?: AbortSignal;
}

export interface OutgoingAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  /** Where the answer came from, after redirects. */
  readonly url: string;
}

/** Hosts of the own network that may be called: names (with their port or any), addresses, networks. */
interface Inside {
  readonly names: ReadonlySet<string>;
  readonly networks: readonly string[];
}

const isNetwork = (host: string): boolean => ipaddr.isValid(host) || ipaddr.isValidCIDR(host);

function insideOf(hosts: readonly string[]): Inside {
  return {
    names: new Set(hosts.filter((host) => !isNetwork(host)).map((host) => host.toLowerCase())),
    networks: hosts.filter(isNetwork),
  };
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').toLowerCase();

function isInNetworks(hostname: string, networks: readonly string[]): boolean {
  if (!ipaddr.isValid(hostname)) return false;
  const address = ipaddr.parse(hostname);
  return networks.some((network) => {
    const [range, bits] = network.includes('/')
      ? ipaddr.parseCIDR(network)
      : [ipaddr.parse(network), network.includes(':') ? 128 : 32];
    return range.kind() === address.kind() && address.match([range, bits] as [ipaddr.IPv4, number]);
  });
}

/** Ports of the web: no call of ours reaches a mail server, a database or a daemon by its port. */
const PORTS = new Set(['', '443', '8443']);

/**
 * Every call to an address that a person or another system gave: webhooks, vendors, references. Refuses before a socket
 * opens whatever is not public: private, loopback, link-local and metadata addresses, in every spelling (a name, octal,
 * IPv4 within IPv6). The address that was checked is the one connected to, so that a name cannot change its mind in
 * between. Only https on port 443 or 8443; `ATELIER_OUTGOING_HOSTS` opens chosen hosts of the own network, http too.
 */
export class Outgoing {
  private readonly inside: Inside;

  /** `lookup` is for tests of names that change; the system's resolver otherwise. */
  constructor(
    settings: Pick<Settings, 'outgoingHosts'>,
    private readonly lookup?: LookupFunction,
  ) {
    this.inside = insideOf(settings.outgoingHosts);
  }

  /** Calls and reads the answer to its end. Throws `OutgoingError` only; a status is never an error here. */
  async send(address: string, request: OutgoingRequest = {}): Promise<OutgoingAnswer> {
    const timeout = AbortSignal.timeout(request.timeoutMs ?? TOTAL_MS);
    const signal = request.signal === undefined ? timeout : AbortSignal.any([timeout, request.signal]);
    let url = this.check(address);
    for (let left = request.redirects ?? 0; ; left -= 1) {
      const response = await this.open(url, request, signal);
      const body = await read(response, request.maxBytes ?? LARGEST, signal);
      const location = response.headers.location;
      const status = response.statusCode ?? 0;
      const follows = status >= 300 && status < 400 && location !== undefined && (request.redirects ?? 0) > 0;
      if (!follows) return { status, headers: headersOf(response), body, url: url.href };
      if (left === 0) throw new OutgoingError('too_many_redirects');
      if (!['GET', 'HEAD'].includes(request.method ?? 'GET')) throw new OutgoingError('too_many_redirects');
      const next = this.check(location, url);
      // A credential is for the host it was given for.
      if (next.origin !== url.origin) request = { ...request, headers: {} };
      url = next;
    }
  }

  /**
   * As `fetch`, for vendors' clients that take one and for bodies that are streamed to a file: same checks, no limit of
   * size, redirects are never followed, and the answer's body is a stream.
   */
  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
    const headers = Object.fromEntries(request.headers);
    const { method, signal } = request;
    const response = await this.open(
      this.check(request.url),
      { method, headers, ...(body && { body }) },
      signal,
    );
    const status = response.statusCode ?? 502;
    const isEmpty = method === 'HEAD' || [204, 205, 304].includes(status);
    if (isEmpty) response.resume();
    return new Response(isEmpty ? null : (Readable.toWeb(response) as ReadableStream<Uint8Array>), {
      status,
      headers: headersOf(response),
    });
  };

  /** What can be said of an address before it is looked up; throws `OutgoingError`. For forms that take an address. */
  check(address: string, base?: URL): URL {
    const url = URL.canParse(address, base?.href) ? new URL(address, base) : null;
    if (url === null || !/^https?:$/.test(url.protocol)) throw new OutgoingError('bad_address');
    if (url.username !== '' || url.password !== '') throw new OutgoingError('has_credentials');
    if (this.isInside(url)) return url;
    if (url.protocol !== 'https:') throw new OutgoingError('not_https');
    if (!PORTS.has(url.port)) throw new OutgoingError('forbidden_port');
    const host = bare(url.hostname).replace(/\.$/, '');
    const isOurs = host === 'localhost' || /\.(localhost|local|internal)$/.test(host);
    const isForbidden = ipaddr.isValid(host) && ipaddr.parse(host).range() !== 'unicast';
    if (isOurs || isForbidden) throw new OutgoingError('forbidden_address');
    return url;
  }

  private isInside(url: URL): boolean {
    const { names, networks } = this.inside;
    const host = bare(url.hostname);
    return names.has(host) || names.has(`${host}:${url.port}`) || isInNetworks(host, networks);
  }

  /** Resolves with the head of the answer. One agent a call: no connection outlives its check. */
  private async open(url: URL, request: OutgoingRequest, signal: AbortSignal): Promise<IncomingMessage> {
    const options = {
      keepAlive: false,
      allowPrivateIPAddress: this.isInside(url),
      allowMetaIPAddress: false,
      ...(this.lookup === undefined ? {} : { lookup: this.lookup }),
    };
    const isSecure = url.protocol === 'https:';
    const agent = isSecure ? new RequestFilteringHttpsAgent(options) : new RequestFilteringHttpAgent(options);
    return new Promise((resolve, reject) => {
      const outgoing = (isSecure ? https : http).request(
        url,
        {
          method: request.method ?? 'GET',
          headers: { 'user-agent': 'Atelier', ...request.headers },
          agent,
          signal,
        },
        resolve,
      );
      outgoing.once('error', (error) => reject(faultOf(error, signal)));
      outgoing.end(request.body);
    });
  }
}

function headersOf(response: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one);
  return headers;
}

async function read(response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new OutgoingError('too_large');
      chunks.push(chunk);
    }
  } catch (error) {
    response.destroy();
    throw faultOf(error, signal);
  }
  return Buffer.concat(chunks);
}

function faultOf(error: unknown, signal: AbortSignal): OutgoingError {
  if (error instanceof OutgoingError) return error;
  if (signal.aborted) return new OutgoingError('too_slow', error);
  const { code, message } = error as NodeJS.ErrnoException;
  if (/is not allowed\. Because/.test(message)) return new OutgoingError('forbidden_address');
  return new OutgoingError(
    code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'unknown_host' : 'unreachable',
    error,
  );
}
