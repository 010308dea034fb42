import { parseRetryAfter, type HttpFault } from './answers.mapping';

const TIMEOUT_MS = 30_000;
const MOST_BYTES = 4 * 1024 * 1024;
/** Nobody answers so: an SDK gives up at once instead of trying again by itself. */
const STOP = 418;

export type Answer =
  { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly fault: HttpFault };

export interface ExchangeOptions {
  /** Where requests to `from` really go. */
  readonly base?: { readonly from: string; readonly to: string };
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/**
 * One request to a vendor, through its SDK or without. It never throws and never tries again by itself: a submit that an
 * SDK repeats after a lost answer is a second bill. What really came back stands in `fault`.
 */
export class Exchange {
  fault: HttpFault | null = null;

  constructor(private readonly options: ExchangeOptions = {}) {}

  /** For an SDK's `fetch` option. Anything but a good JSON answer becomes one that no SDK repeats. */
  readonly fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input);
    const answer = await this.ask(url, init);
    const headers = { 'content-type': 'application/json' };
    if (!answer.ok) return new Response('{}', { status: STOP, headers });
    return new Response(JSON.stringify(answer.body ?? {}), { status: 200, headers });
  };

  async ask(url: string, init: RequestInit = {}): Promise<Answer> {
    const answer = await this.send(this.targetOf(url), init);
    this.fault = answer.ok ? null : answer.fault;
    return answer;
  }

  private targetOf(url: string): string {
    const { base } = this.options;
    return base !== undefined && url.startsWith(base.from) ? `${base.to}${url.slice(base.from.length)}` : url;
  }

  private async send(url: string, init: RequestInit): Promise<Answer> {
    const headers = new Headers(init.headers);
    for (const [name, value] of Object.entries(this.options.headers ?? {})) headers.set(name, value);
    const signal = AbortSignal.timeout(this.options.timeoutMs ?? TIMEOUT_MS);
    try {
      const response = await fetch(url, { ...init, headers, signal, redirect: 'error' });
      return await readAnswer(response);
    } catch (error) {
      return { ok: false, fault: networkFault(error) };
    }
  }
}

async function readAnswer(response: Response): Promise<Answer> {
  const text = await boundedText(response);
  const body = parse(text);
  const { status } = response;
  if (!response.ok) {
    const retryAfter = parseRetryAfter(response.headers.get('retry-after'), Date.now());
    return { ok: false, fault: { kind: 'status', status, retryAfter, body, text: text.slice(0, 500) } };
  }
  if (text === '') return { ok: true, body: null };
  if (body === undefined)
    return {
      ok: false,
      fault: { kind: 'unreadable', status, retryAfter: null, body, text: text.slice(0, 200) },
    };
  return { ok: true, body };
}

async function boundedText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Error('the answer is far too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Codes of a connection that never stood: nothing can have arrived. */
const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const memberOf = (value: unknown, name: 'cause' | 'code' | 'message'): unknown =>
  typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;

/** What is wrong stands in the error's cause, and is told by its code: its class is another in every realm. */
function networkFault(error: unknown): HttpFault {
  const cause = memberOf(error, 'cause') ?? error;
  const code = memberOf(cause, 'code');
  const message = memberOf(cause, 'message');
  const said = typeof message === 'string' ? message : 'no reason was given';
  const kind = typeof code === 'string' && UNREACHED.has(code) ? 'unreached' : 'lost';
  const text = typeof code === 'string' ? `${code}: ${said}` : said;
  return { kind, status: 0, retryAfter: null, body: undefined, text };
}
