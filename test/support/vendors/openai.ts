import { OpenAiProvider } from '../../../src/modules/generation/providers/openai/openai.provider';
import {
  busyHeaders,
  VendorServer,
  type Call,
  type Fault,
  type Job,
  type Kind,
  type Reply,
  word,
} from './server';

const FIELDS = [
  'model', 'prompt', 'size', 'seconds', 'input_reference', 'fps', 'num_frames', 'seed', 'negative_prompt', 'extra_params',
]; // prettier-ignore
const MODEL = 'wan-2.2';

const error = (code: string, message: string): object => ({
  error: { code, message, type: 'error', param: null },
});

/** A server of `/v1/videos` as vLLM-Omni and the published document have it. */
export class OpenAiServer extends VendorServer {
  readonly key = 'openai';
  /** As with servers that have the list, but not the single job. */
  hasSingleJobs = true;

  env(): Record<string, string> {
    return {
      OPENAI_VIDEO_URL: `${this.url}/v1`,
      OPENAI_VIDEO_KEY: 'secret',
      OPENAI_VIDEO_MODEL: MODEL,
      OPENAI_VIDEO_PLACES: '4',
    };
  }

  provider(timeoutMs: number): OpenAiProvider {
    const options = { dialect: 'vllm', places: 4, maxSeconds: 12, sizes: [], fps: 24, timeoutMs } as const;
    return new OpenAiProvider({ ...options, url: `${this.url}/v1`, key: 'secret', model: MODEL });
  }

  protected kindOf({ method, url }: Call): Kind | null {
    if (method === 'POST') return 'submit';
    if (url.pathname.endsWith('/content')) return 'fetch';
    return method === 'GET' ? 'look' : null;
  }

  protected faultReply(fault: Fault): Reply {
    if (fault === 'busy')
      return { status: 429, headers: busyHeaders, body: error('rate_limit_exceeded', 'Slow down.') };
    if (fault === 'used_up')
      return { status: 429, body: error('insufficient_quota', 'You exceeded your current quota.') };
    const status =
      fault === 'forbidden' ? 401 : fault === 'unavailable' ? 503 : fault === 'gateway' ? 504 : 500;
    return { status, body: error('server_error', 'It broke.') };
  }

  protected async answer(call: Call): Promise<Reply> {
    const { method, url, headers } = call;
    if (headers.authorization !== 'Bearer secret')
      return { status: 401, body: error('invalid_api_key', 'No such key.') };
    if (url.pathname === '/v1/models')
      return { status: 200, body: { object: 'list', data: [{ id: MODEL }] } };
    if (url.pathname === '/v1/videos') return method === 'POST' ? this.create(call) : this.list();
    const [, id, isContent] = /^\/v1\/videos\/([^/]+)(\/content)?$/.exec(url.pathname) ?? [];
    const job = this.jobs.get(decodeURIComponent(id ?? ''));
    if (job === undefined || (isContent === undefined && method === 'GET' && !this.hasSingleJobs))
      return { status: 404, body: error('not_found', 'There is no such video.') };
    if (isContent !== undefined) return this.fileOf(job);
    if (method !== 'DELETE') return { status: 200, body: this.video(job) };
    this.jobs.delete(job.id);
    return { status: 200, body: { id: job.id, object: 'video.deleted', deleted: true } };
  }

  private list(): Reply {
    const data = [...this.jobs.values()].map((job) => this.video(job));
    return { status: 200, body: { object: 'list', data, first_id: null, last_id: null, has_more: false } };
  }

  private async create({ body, headers }: Call): Promise<Reply> {
    const type = headers['content-type'] ?? '';
    if (!type.startsWith('multipart/form-data'))
      return { status: 415, body: error('invalid', 'multipart only') };
    const form = await new Response(body as never, { headers: { 'content-type': type } }).formData();
    const input = Object.fromEntries(form.entries()) as Record<string, unknown>;
    const strange = this.strange(input, FIELDS);
    if (strange !== null) return { status: 400, body: error('invalid_request', strange) };
    const prompt = word(input.prompt);
    if (prompt.includes('moderated'))
      return {
        status: 400,
        body: error('moderation_blocked', 'Your request was blocked by our moderation system.'),
      };
    const [width, height] = word(input.size).split('x').map(Number);
    const shape = {
      width: width ?? 0,
      height: height ?? 0,
      fps: Number(input.fps),
      seconds: Number(input.seconds),
    };
    return { status: 200, body: this.video(this.add(prompt, shape, input), true) };
  }

  private video(job: Job, isNew = false): object {
    const stage = isNew ? 'waiting' : this.look(job);
    const status = { waiting: 'queued', running: 'in_progress', done: 'completed', policy: 'failed', crashed: 'failed', canceled: 'failed' }[stage]; // prettier-ignore
    const reason = {
      policy: { code: 'content_policy_violation', message: 'The prompt shows what may not be shown.' },
      crashed: { code: 'server_error', message: 'CUDA error: out of memory' },
    };
    return {
      id: job.id,
      object: 'video',
      model: MODEL,
      status,
      progress: stage === 'done' ? 100 : Math.min(90, job.looks * 10),
      created_at: Math.floor(job.at / 1_000),
      completed_at: null,
      expires_at: null,
      prompt: job.prompt,
      size: `${job.shape.width}x${job.shape.height}`,
      seconds: String(job.shape.seconds),
      remixed_from_video_id: null,
      error: stage === 'policy' || stage === 'crashed' ? reason[stage] : null,
    };
  }
}
