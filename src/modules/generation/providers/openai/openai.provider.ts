import {
  FRAME_RATES,
  type Fetched,
  type FrameRate,
  type HostedProvider,
  type LostSubmit,
  type ProviderCheck,
  type ProviderLimits,
  type Reconciled,
  type Submission,
  type Ticket,
  type VideoRequest,
  type Wish,
} from '../../domain/provider';
import { failureOf, record, submissionOf } from '../answers.mapping';
import { download } from '../download.service';
import { hostedEstimate } from '../domain/estimate';
import { Exchange, type Answer } from '../exchange.service';
import {
  checkOf,
  codeOfRefusal,
  findLost,
  formOf,
  videoOf,
  type Dialect,
  type Video,
} from './openai.mapping';

export interface OpenAiOptions {
  /** With `/v1`. */
  readonly url: string;
  readonly key: string | null;
  readonly model: string;
  readonly dialect: Dialect;
  readonly places: number;
  readonly maxSeconds: number;
  /** `1280x720`; empty: any. */
  readonly sizes: readonly string[];
  /** Frames per second of what it makes, where it cannot be told. */
  readonly fps: FrameRate;
  readonly timeoutMs?: number;
}

/** Any server that speaks `/v1/videos`: vLLM-Omni, SGLang, gateways. */
export class OpenAiProvider implements HostedProvider {
  readonly key = 'openai';
  readonly kind = 'model' as const;
  readonly model: string;
  readonly runs = 'elsewhere' as const;
  readonly places: number;
  readonly checkSeconds = 2;
  readonly honours: readonly Wish[];
  readonly limits: ProviderLimits;

  constructor(private readonly options: OpenAiOptions) {
    const { model, places, dialect, maxSeconds, sizes, fps } = options;
    const isPlain = dialect === 'plain';
    this.model = model;
    this.places = places;
    this.honours = isPlain ? ['reference'] : ['reference', 'seed', 'negativePrompt', 'fps'];
    this.limits = {
      minSeconds: 1,
      maxSeconds,
      maxWidth: 1920,
      maxHeight: 1920,
      frameRates: isPlain ? [fps] : FRAME_RATES,
      styles: ['none'],
      maxPromptLength: 32_000,
      ...(sizes.length === 0 ? {} : { sizes }),
    };
  }

  estimateSeconds(request: VideoRequest): number {
    return hostedEstimate(request);
  }

  unavailable(): Promise<string | null> {
    return Promise.resolve(null);
  }

  async selfTest(): Promise<string | null> {
    const models = await this.ask('/models');
    if (models.ok) return null;
    const answer = models.fault.status === 404 ? await this.ask('/videos?limit=1') : models;
    return answer.ok ? null : failureOf(answer.fault).message;
  }

  async submit(request: VideoRequest): Promise<Submission> {
    const form = new FormData();
    for (const [name, value] of formOf(request, this.model, this.options.dialect)) form.append(name, value);
    if (request.reference !== null) {
      const { content, contentType } = request.reference;
      form.append('input_reference', new Blob([Buffer.from(content)], { type: contentType }), 'reference');
    }
    const answer = await this.ask('/videos', { method: 'POST', body: form });
    if (!answer.ok) return submissionOf(answer.fault, codeOfRefusal(answer.fault));
    const video = videoOf(answer.body);
    if (video === null) return { state: 'unknown', message: 'The server accepted, but named no job.' };
    return { state: 'accepted', ticket: video.id };
  }

  async check(ticket: Ticket): Promise<ProviderCheck> {
    const answer = await this.ask(`/videos/${encodeURIComponent(ticket)}`);
    if (answer.ok) {
      const video = videoOf(answer.body);
      return video === null ? NO_JOB : checkOf(video);
    }
    if (![404, 405].includes(answer.fault.status))
      return { state: 'unclear', failure: failureOf(answer.fault) };
    // Some servers have the list but not the single job.
    const videos = await this.list();
    const found = videos.ok ? videos.list.find(({ id }) => id === ticket) : undefined;
    return found === undefined ? { state: 'unknown' } : checkOf(found);
  }

  async reconcile(lost: LostSubmit): Promise<Reconciled> {
    const videos = await this.list();
    if (!videos.ok) return { state: 'unsure', message: videos.message };
    const found = findLost(videos.list, lost);
    return found === null ? { state: 'absent' } : { state: 'found', ticket: found.id };
  }

  async fetch(ticket: Ticket, folder: string): Promise<Fetched> {
    const { url } = this.options;
    return download(`${url}/videos/${encodeURIComponent(ticket)}/content`, {
      folder,
      base: url,
      headers: this.headers(),
    });
  }

  async cancel(ticket: Ticket): Promise<void> {
    await this.ask(`/videos/${encodeURIComponent(ticket)}`, { method: 'DELETE' });
  }

  async discard(ticket: Ticket): Promise<void> {
    await this.cancel(ticket);
  }

  private async list(): Promise<
    { readonly ok: true; readonly list: readonly Video[] } | { readonly ok: false; readonly message: string }
  > {
    const answer = await this.ask('/videos?limit=100&order=desc');
    if (!answer.ok) return { ok: false, message: failureOf(answer.fault).message };
    const { data } = record(answer.body);
    if (!Array.isArray(data)) return { ok: false, message: 'The server cannot list its jobs.' };
    return { ok: true, list: data.map(videoOf).filter((video) => video !== null) };
  }

  private headers(): Record<string, string> {
    const { key } = this.options;
    return key === null ? {} : { authorization: `Bearer ${key}` };
  }

  private async ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const { timeoutMs, url } = this.options;
    const exchange = new Exchange({
      headers: this.headers(),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    return exchange.ask(`${url}${path}`, init);
  }
}

const NO_JOB: ProviderCheck = {
  state: 'unclear',
  failure: { state: 'failed', code: 'TRANSIENT', message: 'The server answered something that is no job.' },
};
