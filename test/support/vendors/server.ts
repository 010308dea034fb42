import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HostedProvider } from '../../../src/modules/generation/domain/provider';
import { clipOf } from './clip';

/** What the next request of a kind meets in place of a good answer. `lost`: carried out, but the answer never arrives. */
export type Fault =
  'error' | 'unavailable' | 'gateway' | 'busy' | 'used_up' | 'forbidden' | 'lost' | 'html' | 'slow';
export type Kind = 'submit' | 'look' | 'fetch';

export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Job {
  readonly id: string;
  readonly prompt: string;
  readonly at: number;
  readonly shape: { width: number; height: number; fps: number; seconds: number };
  /** As it came, for what only this vendor shows. */
  readonly input: Record<string, unknown>;
  looks: number;
  isCanceled: boolean;
}

export interface Reply {
  readonly status: number;
  readonly body?: object | string | Buffer;
  readonly headers?: Record<string, string>;
}

export const RETRY_AFTER = 7;
const SLOW_MS = 2_500;

/**
 * A local server that behaves as one vendor documents: it remembers its jobs, refuses fields that it does not know, and
 * meets the faults it is told to. Words of a prompt decide what becomes of a job: `policy`, `crash`, `hang`, `garbage`
 * (bad file), `expired` (link), `page` (HTML for a file), `truncated`; everything else is done at the second look.
 */
export abstract class VendorServer {
  abstract readonly key: string;
  readonly jobs = new Map<string, Job>();
  readonly submits: Record<string, unknown>[] = [];
  readonly refused: string[] = [];
  private readonly faults: Record<Kind, Fault[]> = { submit: [], look: [], fetch: [] };
  private readonly server: Server = createServer((request, response) => void this.serve(request, response));
  private count = 0;
  private isOpen = false;

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Settings of an Atelier that renders here. */
  abstract env(): Record<string, string>;
  abstract provider(timeoutMs: number): HostedProvider;

  /** The next requests of this kind meet these faults, one each. */
  meet(kind: Kind, ...faults: Fault[]): void {
    this.faults[kind].push(...faults);
  }

  calm(): void {
    for (const list of Object.values(this.faults)) list.length = 0;
  }

  /** Lets jobs that hang come to their end. */
  open(): void {
    this.isOpen = true;
  }

  close(): void {
    this.isOpen = false;
  }

  /** Which kind of request this is; `null`: no fault is due. */
  protected abstract kindOf(call: Call): Kind | null;
  protected abstract answer(call: Call): Reply | Promise<Reply>;
  /** How this vendor says each fault. */
  protected abstract faultReply(fault: Fault): Reply;

  protected add(prompt: string, shape: Job['shape'], input: Record<string, unknown>): Job {
    this.count += 1;
    const id = this.idOf(this.count);
    const job = { id, prompt, at: Date.now(), shape, input, looks: 0, isCanceled: false };
    this.jobs.set(id, job);
    this.submits.push(input);
    return job;
  }

  protected idOf(count: number): string {
    return `${this.key}-job-${count}`;
  }

  /** Counts a look and says how far the job is. */
  protected look(job: Job): 'waiting' | 'running' | 'done' | 'policy' | 'crashed' | 'canceled' {
    job.looks += 1;
    if (job.isCanceled) return 'canceled';
    if (job.prompt.includes('policy')) return 'policy';
    if (job.prompt.includes('crash')) return 'crashed';
    if (job.prompt.includes('hang') && !this.isOpen) return 'running';
    return job.looks < 2 ? 'waiting' : 'done';
  }

  protected async fileOf(job: Job): Promise<Reply> {
    if (job.prompt.includes('expired')) return { status: 403, body: 'Request has expired' };
    if (job.prompt.includes('page'))
      return { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' };
    const headers = { 'content-type': 'video/mp4' };
    if (job.prompt.includes('garbage'))
      return { status: 200, headers, body: Buffer.from('#EXTM3U\nnot a video') };
    const file = await clipOf(job.shape);
    const body = job.prompt.includes('truncated') ? file.subarray(0, Math.floor(file.length / 2)) : file;
    return { status: 200, headers, body };
  }

  /** Refuses fields that the vendor does not document. */
  protected strange(given: object, known: readonly string[]): string | null {
    const strangers = Object.keys(given).filter((name) => !known.includes(name));
    if (strangers.length === 0) return null;
    this.refused.push(...strangers);
    return `unknown field: ${strangers.join(', ')}`;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = 'GET', headers } = request;
    const url = new URL(request.url ?? '/', this.url);
    const call: Call = { method, url, headers, body: Buffer.concat(parts) };
    const kind = this.kindOf(call);
    const fault = kind === null ? undefined : this.faults[kind].shift();
    if (fault === 'lost') {
      await this.answer(call);
      response.destroy();
      return;
    }
    if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    if (fault === 'html')
      return send(response, {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<html>hello</html>',
      });
    if (fault !== undefined && fault !== 'slow') return send(response, this.faultReply(fault));
    send(response, await this.answer(call));
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  if (response.destroyed) return;
  const isJson = typeof body === 'object' && !Buffer.isBuffer(body);
  const type: Record<string, string> = isJson ? { 'content-type': 'application/json' } : {};
  response.writeHead(status, { ...type, ...headers });
  response.end(isJson ? JSON.stringify(body) : body);
}

export const busyHeaders = { 'retry-after': String(RETRY_AFTER) };
export const parseJson = (body: Buffer): Record<string, unknown> =>
  body.length === 0 ? {} : (JSON.parse(body.toString('utf8')) as Record<string, unknown>);

/** A field of a form as text. */
export const word = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
