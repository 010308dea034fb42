import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { FalProvider } from '../../../src/modules/generation/providers/fal/fal.provider';
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
  'prompt', 'negative_prompt', 'seed', 'aspect_ratio', 'resolution', 'num_frames', 'frames_per_second', 'image_url', 'guidance',
]; // prettier-ignore
const MODEL = 'fal-ai/wan/v2.2-a14b/text-to-video';
const LONG: Readonly<Record<string, number>> = { '16:9': 16 / 9, '9:16': 9 / 16, '1:1': 1 };

/** fal's queue, with results whose errors are HTTP errors, and webhooks signed by ED25519. */
export class FalServer extends VendorServer {
  readonly key = 'fal';
  private readonly keys = generateKeyPairSync('ed25519');

  env(): Record<string, string> {
    return {
      FAL_KEY: 'secret',
      FAL_URL: this.url,
      FAL_MODEL: MODEL,
      FAL_JWKS_URL: `${this.url}/.well-known/jwks.json`,
    };
  }

  provider(timeoutMs: number): FalProvider {
    const options = { input: null, places: 4, maxSeconds: 12, fps: 24, webhookUrl: null, timeoutMs } as const;
    const jwksUrl = `${this.url}/.well-known/jwks.json`;
    return new FalProvider({ ...options, key: 'secret', url: this.url, endpoint: MODEL, jwksUrl });
  }

  /** The headers of a webhook for this body, signed by us. */
  webhookHeaders(requestId: string, body: string, at = Date.now()): Record<string, string> {
    const timestamp = String(Math.floor(at / 1_000));
    const digest = createHash('sha256').update(body).digest('hex');
    const message = [requestId, 'user-1', timestamp, digest].join('\n');
    return {
      'x-fal-webhook-request-id': requestId,
      'x-fal-webhook-user-id': 'user-1',
      'x-fal-webhook-timestamp': timestamp,
      'x-fal-webhook-signature': sign(null, Buffer.from(message), this.keys.privateKey).toString('hex'),
    };
  }

  protected kindOf({ method, url }: Call): Kind | null {
    if (url.pathname.startsWith('/files/')) return 'fetch';
    if (method === 'POST') return 'submit';
    return method === 'GET' && url.pathname.endsWith('/status') ? 'look' : null;
  }

  protected faultReply(fault: Fault): Reply {
    if (fault === 'busy') return { status: 429, headers: busyHeaders, body: { detail: 'Too many requests' } };
    if (fault === 'used_up')
      return { status: 403, body: { detail: 'User is locked. Reason: Exhausted balance.' } };
    if (fault === 'forbidden') return { status: 401, body: { detail: 'Cannot access application.' } };
    if (fault === 'gateway')
      return { status: 504, body: { detail: 'Gateway', error_type: 'request_timeout' } };
    const status = fault === 'unavailable' ? 503 : 500;
    return { status, body: { detail: 'It broke.', error_type: 'runner_scheduling_failure' } };
  }

  protected async answer(call: Call): Promise<Reply> {
    const { method, url, headers } = call;
    if (url.pathname === '/.well-known/jwks.json') {
      return { status: 200, body: { keys: [this.keys.publicKey.export({ format: 'jwk' })] } };
    }
    const file = /^\/files\/([^/]+)\.mp4$/.exec(url.pathname)?.[1];
    if (file !== undefined) return this.fileOf(this.jobs.get(file) as Job);
    if (headers.authorization !== 'Key secret')
      return { status: 401, body: { detail: 'Cannot access application.' } };
    if (method === 'POST' && url.pathname === `/${MODEL}`) return this.create(call);
    const [, id, tail = ''] =
      /^\/fal-ai\/wan\/requests\/([^/]+)(\/status|\/cancel)?$/.exec(url.pathname) ?? [];
    const job = this.jobs.get(id ?? '');
    if (job === undefined) return { status: 404, body: { detail: 'Request not found' } };
    if (tail === '/cancel') return this.cancel(job);
    return tail === '/status' ? this.status(job) : this.result(job);
  }

  private create({ body }: Call): Reply {
    const input = parseJson(body);
    const strange = this.strange(input, FIELDS);
    if (strange !== null)
      return { status: 422, body: { detail: [{ type: 'extra_forbidden', msg: strange, loc: ['body'] }] } };
    const short = Number.parseInt(word(input.resolution), 10);
    const ratio = LONG[word(input.aspect_ratio)] ?? 1;
    const even = (value: number): number => 2 * Math.round(value / 2);
    const [width, height] = ratio >= 1 ? [even(short * ratio), short] : [short, even(short / ratio)];
    const fps = Number(input.frames_per_second);
    const shape = { width, height, fps, seconds: Math.round((Number(input.num_frames) - 1) / fps) };
    const job = this.add(word(input.prompt), shape, input);
    return { status: 200, body: { ...this.links(job), status: 'IN_QUEUE', queue_position: 0 } };
  }

  private links({ id }: Job): object {
    const response_url = `https://queue.fal.run/fal-ai/wan/requests/${id}`;
    return {
      request_id: id,
      response_url,
      status_url: `${response_url}/status`,
      cancel_url: `${response_url}/cancel`,
    };
  }

  private status(job: Job): Reply {
    const stage = this.look(job);
    const status = stage === 'waiting' ? 'IN_QUEUE' : stage === 'running' ? 'IN_PROGRESS' : 'COMPLETED';
    const more = status === 'IN_QUEUE' ? { queue_position: 0 } : { logs: null };
    return { status: status === 'COMPLETED' ? 200 : 202, body: { ...this.links(job), status, ...more } };
  }

  private result(job: Job): Reply {
    if (job.isCanceled) return { status: 400, body: { detail: 'Request was cancelled' } };
    if (job.prompt.includes('policy')) {
      const detail = [{ loc: ['body', 'prompt'], msg: 'The content could not be processed because of a policy.', type: 'content_policy_violation' }]; // prettier-ignore
      return { status: 422, headers: { 'x-fal-retryable': 'false' }, body: { detail } };
    }
    if (job.prompt.includes('crash')) {
      return { status: 500, body: { detail: 'Internal error', error_type: 'runner_disconnected' } };
    }
    const url = `${this.url}/files/${job.id}.mp4`;
    return {
      status: 200,
      body: {
        video: { url, content_type: 'video/mp4', file_name: 'a.mp4', file_size: 1 },
        seed: job.input.seed,
      },
    };
  }

  private cancel(job: Job): Reply {
    if (job.isCanceled || job.looks >= 2) return { status: 400, body: { status: 'ALREADY_COMPLETED' } };
    job.isCanceled = true;
    return { status: 202, body: { status: 'CANCELLATION_REQUESTED' } };
  }
}
