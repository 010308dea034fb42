import {
  FRAME_RATES,
  type Fetched,
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
import { failureOf, record, submissionOf, text } from '../answers.mapping';
import { hostedEstimate } from '../domain/estimate';
import { fieldsOf } from '../domain/template';
import { download } from '../download.service';
import { Exchange, type Answer } from '../exchange.service';
import { checkOf, graphOf, outputOf, queuedOf, type ComfyConfig, type Queued } from './comfyui.mapping';

export interface ComfyOptions {
  readonly url: string;
  readonly config: ComfyConfig;
  readonly places: number;
  readonly timeoutMs?: number;
}

const WISHES = ['seed', 'negativePrompt', 'reference', 'fps'] as const;

/** One ComfyUI server with one workflow. It has no sign-in of its own: keep it in a private network. */
export class ComfyProvider implements HostedProvider {
  readonly key = 'comfyui';
  readonly kind = 'model' as const;
  readonly model: string;
  readonly runs = 'elsewhere' as const;
  readonly places: number;
  readonly checkSeconds = 2;
  readonly honours: readonly Wish[];
  readonly limits: ProviderLimits;

  constructor(private readonly options: ComfyOptions) {
    const { config, places } = options;
    this.model = config.model;
    this.places = places;
    this.honours = WISHES.filter((wish) => config.fields[wish] !== undefined);
    this.limits = {
      minSeconds: config.minSeconds,
      maxSeconds: config.maxSeconds,
      maxWidth: 1920,
      maxHeight: 1920,
      frameRates: config.fields.fps === undefined ? [config.fps] : FRAME_RATES,
      styles: ['none'],
      maxPromptLength: 5_000,
      ...(config.sizes.length === 0 ? {} : { sizes: config.sizes }),
    };
  }

  estimateSeconds(request: VideoRequest): number {
    return hostedEstimate(request);
  }

  unavailable(): Promise<string | null> {
    return Promise.resolve(null);
  }

  async selfTest(): Promise<string | null> {
    const answer = await this.ask('/system_stats');
    return answer.ok ? null : failureOf(answer.fault).message;
  }

  async submit(request: VideoRequest): Promise<Submission> {
    const reference = await this.upload(request);
    if (typeof reference === 'object' && reference !== null) return reference;
    const prompt = graphOf(this.options.config, fieldsOf(request, reference));
    // The client's name comes back in queue and history: how a request is found whose answer was lost.
    const body = JSON.stringify({ prompt, client_id: request.requestId });
    const answer = await this.ask('/prompt', { method: 'POST', headers: JSON_TYPE, body });
    if (!answer.ok) return submissionOf(answer.fault);
    const ticket = text(record(answer.body).prompt_id);
    return ticket === null
      ? { state: 'unknown', message: 'The server accepted, but named no prompt.' }
      : { state: 'accepted', ticket };
  }

  async check(ticket: Ticket): Promise<ProviderCheck> {
    const before = await this.past(ticket);
    if (before !== null) return before;
    const queue = await this.queue();
    if (!queue.ok) return { state: 'unclear', failure: failureOf(queue.fault) };
    if (queue.running.some(({ id }) => id === ticket)) return { state: 'running', progress: 0.1 };
    if (queue.pending.some(({ id }) => id === ticket)) return { state: 'running', progress: 0 };
    // It may have ended between the two looks.
    return (await this.past(ticket)) ?? { state: 'unknown' };
  }

  async reconcile({ request }: LostSubmit): Promise<Reconciled> {
    const queue = await this.queue();
    if (!queue.ok) return { state: 'unsure', message: failureOf(queue.fault).message };
    const history = await this.ask('/history?max_items=500');
    if (!history.ok) return { state: 'unsure', message: failureOf(history.fault).message };
    const past = queuedOf(Object.values(record(history.body)).map((entry) => record(entry).prompt));
    const all = [...queue.running, ...queue.pending, ...past];
    const found = all.find(({ client }) => client === request.requestId);
    return found === undefined ? { state: 'absent' } : { state: 'found', ticket: found.id };
  }

  async fetch(ticket: Ticket, folder: string): Promise<Fetched> {
    const answer = await this.ask(`/history/${encodeURIComponent(ticket)}`);
    if (!answer.ok) return { state: 'unclear', failure: failureOf(answer.fault) };
    const output = outputOf(record(answer.body)[ticket]);
    if (output === null)
      return { state: 'failed', code: 'BAD_OUTPUT', message: 'The finished clip is no longer there.' };
    const query = new URLSearchParams({ ...output });
    return download(`${this.options.url}/view?${query.toString()}`, { folder, base: this.options.url });
  }

  async cancel(ticket: Ticket): Promise<void> {
    const queue = await this.queue();
    if (!queue.ok) return;
    if (queue.pending.some(({ id }) => id === ticket)) await this.post('/queue', { delete: [ticket] });
    if (queue.running.some(({ id }) => id === ticket)) await this.post('/interrupt', { prompt_id: ticket });
  }

  async discard(ticket: Ticket): Promise<void> {
    await this.post('/history', { delete: [ticket] });
  }

  /** What the history says; `null` while it is not there. */
  private async past(ticket: Ticket): Promise<ProviderCheck | null> {
    const answer = await this.ask(`/history/${encodeURIComponent(ticket)}`);
    if (!answer.ok) return { state: 'unclear', failure: failureOf(answer.fault) };
    const entry = record(answer.body)[ticket];
    return entry === undefined ? null : checkOf(entry);
  }

  /** The name under which the server keeps the reference picture. */
  private async upload({ reference, requestId }: VideoRequest): Promise<string | null | Submission> {
    if (reference === null) return null;
    const form = new FormData();
    const end = reference.contentType.split('/')[1] ?? 'png';
    const blob = new Blob([Buffer.from(reference.content)], { type: reference.contentType });
    form.append('image', blob, `${requestId}.${end}`);
    form.append('overwrite', 'true');
    const answer = await this.ask('/upload/image', { method: 'POST', body: form });
    // Nothing has begun: an upload may be repeated.
    if (!answer.ok) return failureOf(answer.fault);
    return text(record(answer.body).name);
  }

  private async queue(): Promise<
    | { readonly ok: true; readonly running: readonly Queued[]; readonly pending: readonly Queued[] }
    | Extract<Answer, { ok: false }>
  > {
    const answer = await this.ask('/queue');
    if (!answer.ok) return answer;
    const { queue_running, queue_pending } = record(answer.body);
    return { ok: true, running: queuedOf(queue_running), pending: queuedOf(queue_pending) };
  }

  private async post(path: string, body: object): Promise<void> {
    await this.ask(path, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) });
  }

  private async ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const { timeoutMs, url } = this.options;
    return new Exchange(timeoutMs === undefined ? {} : { timeoutMs }).ask(`${url}${path}`, init);
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };
