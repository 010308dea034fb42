import { Webhook } from 'standardwebhooks';
import { ReplicateProvider } from '../../../src/modules/generation/providers/replicate/replicate.provider';
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
  'prompt', 'negative_prompt', 'seed', 'aspect_ratio', 'resolution', 'num_frames', 'frames_per_second', 'image',
]; // prettier-ignore
const TOP = ['input', 'webhook', 'webhook_events_filter', 'version', 'stream'];
const MODEL = 'wan-video/wan-2.2-t2v-fast';
const SECRET = `whsec_${Buffer.from('a secret of twenty-four').toString('base64')}`;

const problem = (status: number, title: string, detail: string): Reply => ({
  status,
  body: { status, title, detail },
});

/** Replicate's predictions, whose outputs are files of another address, and webhooks by Standard Webhooks. */
export class ReplicateServer extends VendorServer {
  readonly key = 'replicate';

  env(): Record<string, string> {
    return {
      REPLICATE_TOKEN: 'secret',
      REPLICATE_URL: `${this.url}/v1`,
      REPLICATE_MODEL: MODEL,
      REPLICATE_WEBHOOK_SECRET: SECRET,
    };
  }

  provider(timeoutMs: number): ReplicateProvider {
    const options = { input: null, places: 4, maxSeconds: 12, fps: 24, webhookUrl: null, timeoutMs } as const;
    return new ReplicateProvider({
      ...options,
      token: 'secret',
      url: `${this.url}/v1`,
      model: MODEL,
      webhookSecret: SECRET,
    });
  }

  webhookHeaders(id: string, body: string): Record<string, string> {
    const at = new Date();
    return {
      'webhook-id': `msg_${id}`,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(SECRET).sign(`msg_${id}`, at, body),
    };
  }

  protected kindOf({ method, url }: Call): Kind | null {
    if (url.pathname.startsWith('/files/')) return 'fetch';
    if (method === 'POST') return url.pathname.endsWith('/cancel') ? null : 'submit';
    return 'look';
  }

  protected faultReply(fault: Fault): Reply {
    if (fault === 'busy')
      return { ...problem(429, 'Too many requests', 'Request was throttled.'), headers: busyHeaders };
    if (fault === 'used_up')
      return problem(402, 'Insufficient credit', 'You have insufficient credit to run this model.');
    if (fault === 'forbidden') return problem(401, 'Unauthenticated', 'You did not pass a valid token.');
    const status = fault === 'unavailable' ? 503 : fault === 'gateway' ? 504 : 500;
    return problem(status, 'Error', 'It broke.');
  }

  protected async answer(call: Call): Promise<Reply> {
    const { method, url, headers } = call;
    const file = /^\/files\/([^/]+)\.mp4$/.exec(url.pathname)?.[1];
    if (file !== undefined) return this.fileOf(this.jobs.get(file) as Job);
    if (headers.authorization !== 'Bearer secret') return this.faultReply('forbidden');
    if (url.pathname === '/v1/account')
      return { status: 200, body: { type: 'user', username: 'atelier', name: 'Atelier' } };
    if (method === 'POST' && url.pathname === `/v1/models/${MODEL}/predictions`) return this.create(call);
    if (url.pathname === '/v1/predictions') {
      const results = [...this.jobs.values()].toReversed().map((job) => this.prediction(job, false));
      return { status: 200, body: { next: null, previous: null, results } };
    }
    const [, id, cancel] = /^\/v1\/predictions\/([^/]+)(\/cancel)?$/.exec(url.pathname) ?? [];
    const job = this.jobs.get(id ?? '');
    if (job === undefined) return problem(404, 'Not found', 'Prediction not found.');
    if (cancel !== undefined && job.looks < 2) job.isCanceled = true;
    return { status: 200, body: this.prediction(job, cancel === undefined) };
  }

  private create({ body }: Call): Reply {
    const given = parseJson(body);
    const input = given.input as Record<string, unknown>;
    const strange = this.strange(given, TOP) ?? this.strange(input, FIELDS);
    if (strange !== null) return problem(422, 'Input validation failed', strange);
    const short = Number.parseInt(word(input.resolution), 10);
    const isTall = input.aspect_ratio === '9:16';
    const long = 2 * Math.round((short * 16) / 18);
    const [width, height] = isTall ? [short, long] : [input.aspect_ratio === '1:1' ? short : long, short];
    const fps = Number(input.frames_per_second);
    const shape = { width, height, fps, seconds: Math.round((Number(input.num_frames) - 1) / fps) };
    return {
      status: 201,
      body: this.prediction(this.add(word(input.prompt), shape, input), false),
    };
  }

  private prediction(job: Job, isLook: boolean): object {
    const stage = isLook ? this.look(job) : job.isCanceled ? 'canceled' : 'waiting';
    const status = { waiting: 'starting', running: 'processing', done: 'succeeded', policy: 'failed', crashed: 'failed', canceled: 'canceled' }[stage]; // prettier-ignore
    const error = {
      policy: 'The input or output was flagged as sensitive. Please try again with different inputs. (E005)',
      crashed: 'Director: unexpected error handling prediction (E8765)',
    };
    return {
      id: job.id,
      model: MODEL,
      version: 'hidden',
      input: job.input,
      logs: stage === 'running' ? ' 40%|████      | 12/30' : '',
      output: status === 'succeeded' ? `${this.url}/files/${job.id}.mp4` : null,
      data_removed: false,
      error: stage === 'policy' || stage === 'crashed' ? error[stage] : null,
      source: 'api',
      status,
      created_at: new Date(job.at).toISOString(),
      urls: { get: `https://api.replicate.com/v1/predictions/${job.id}` },
    };
  }
}
