import { RunwayProvider } from '../../../src/modules/generation/providers/runway/runway.provider';
import {
  busyHeaders,
  parseJson,
  VendorServer,
  type Call,
  type Fault,
  type Job,
  type Kind,
  type Reply,
  word,
} from './server';

const FIELDS = [
  'model',
  'promptText',
  'promptImage',
  'ratio',
  'duration',
  'seed',
  'contentModeration',
  'outputFormat',
];

/** Runway's tasks. */
export class RunwayServer extends VendorServer {
  readonly key = 'runway';

  env(): Record<string, string> {
    return { RUNWAY_KEY: 'secret', RUNWAY_URL: this.url };
  }

  provider(timeoutMs: number): RunwayProvider {
    return new RunwayProvider({ key: 'secret', url: this.url, model: 'gen4.5', places: 2, timeoutMs });
  }

  protected override idOf(count: number): string {
    return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  }

  protected kindOf({ method, url }: Call): Kind | null {
    if (url.pathname.startsWith('/files/')) return 'fetch';
    return method === 'POST' ? 'submit' : method === 'GET' ? 'look' : null;
  }

  protected faultReply(fault: Fault): Reply {
    if (fault === 'busy') return { status: 429, headers: busyHeaders, body: { error: 'Too many requests.' } };
    if (fault === 'used_up')
      return { status: 400, body: { error: 'You do not have enough credits to run this task.' } };
    if (fault === 'forbidden') return { status: 401, body: { error: 'The API key is invalid.' } };
    const status = fault === 'unavailable' ? 503 : fault === 'gateway' ? 504 : 500;
    return { status, body: { error: 'It broke.' } };
  }

  protected async answer(call: Call): Promise<Reply> {
    const { method, url, headers } = call;
    const file = /^\/files\/([^/]+)\.mp4$/.exec(url.pathname)?.[1];
    if (file !== undefined) return this.fileOf(this.jobs.get(file) as Job);
    if (headers.authorization !== 'Bearer secret') return this.faultReply('forbidden');
    if (headers['x-runway-version'] !== '2024-11-06')
      return { status: 400, body: { error: 'X-Runway-Version is missing.' } };
    if (url.pathname === '/v1/organization')
      return { status: 200, body: { creditBalance: 10, tier: {}, usage: {} } };
    if (method === 'POST' && /^\/v1\/(text|image)_to_video$/.test(url.pathname)) return this.create(call);
    const job = this.jobs.get(/^\/v1\/tasks\/([^/]+)$/.exec(url.pathname)?.[1] ?? '');
    if (job === undefined) return { status: 404, body: { error: 'Task not found.' } };
    if (method !== 'DELETE') return { status: 200, body: this.task(job) };
    job.isCanceled = true;
    return { status: 204 };
  }

  private create({ body }: Call): Reply {
    const input = parseJson(body);
    const strange = this.strange(input, FIELDS);
    const ratio = word(input.ratio);
    const duration = Number(input.duration);
    if (strange !== null) return { status: 400, body: { error: strange } };
    if (
      !['1280:720', '720:1280'].includes(ratio) ||
      !Number.isInteger(duration) ||
      duration < 2 ||
      duration > 10
    )
      return { status: 400, body: { error: 'Validation of body failed', issues: [] } };
    const [width, height] = ratio.split(':').map(Number);
    const shape = { width: width ?? 0, height: height ?? 0, fps: 24, seconds: duration };
    return { status: 200, body: { id: this.add(word(input.promptText), shape, input).id } };
  }

  private task(job: Job): object {
    const stage = this.look(job);
    const base = { id: job.id, createdAt: new Date(job.at).toISOString() };
    switch (stage) {
      case 'waiting':
        return { ...base, status: job.looks === 0 ? 'PENDING' : 'THROTTLED' };
      case 'running':
        return { ...base, status: 'RUNNING', progress: Math.min(0.9, job.looks / 10) };
      case 'done':
        return { ...base, status: 'SUCCEEDED', output: [`${this.url}/files/${job.id}.mp4`] };
      case 'canceled':
        return { ...base, status: 'CANCELLED' };
      case 'policy':
        return {
          ...base,
          status: 'FAILED',
          failure: 'The prompt was rejected by our moderation.',
          failureCode: 'SAFETY.INPUT.TEXT',
        };
      case 'crashed':
        return { ...base, status: 'FAILED', failure: 'An unexpected error.', failureCode: 'INTERNAL' };
    }
  }
}
