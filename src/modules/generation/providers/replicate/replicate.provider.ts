import Replicate from 'replicate';
import { Webhook as SignedHook } from 'standardwebhooks';
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
  type Webhook,
  type Wish,
} from '../../domain/provider';
import { failureOf, record, submissionOf, text, type HttpFault } from '../answers.mapping';
import { hostedEstimate } from '../domain/estimate';
import { dataUriOf, fieldsOf, fill, mentions, type Template } from '../domain/template';
import { wishesOf } from '../domain/wishes';
import { download } from '../download.service';
import { Exchange } from '../exchange.service';
import { checkOf, codeOfRefusal, findLost, predictionOf, REPLICATE_INPUT } from './replicate.mapping';

export interface ReplicateOptions {
  /** Hosts of the own network that clips may be fetched from (`ATELIER_OUTGOING_HOSTS`). */
  readonly hosts?: readonly string[];
  readonly token: string;
  /** With `/v1`. */
  readonly url: string;
  /** `owner/name`, or 64 digits of a version. */
  readonly model: string;
  readonly input: Template | null;
  readonly places: number;
  readonly maxSeconds: number;
  readonly fps: FrameRate;
  readonly webhookUrl: string | null;
  readonly webhookSecret: string | null;
  readonly timeoutMs?: number;
}

type Input = Record<string, unknown>;

/** Any video model on Replicate. */
export class ReplicateProvider implements HostedProvider {
  readonly key = 'replicate';
  readonly kind = 'model' as const;
  readonly model: string;
  readonly runs = 'elsewhere' as const;
  readonly places: number;
  readonly checkSeconds = 3;
  readonly honours: readonly Wish[];
  readonly limits: ProviderLimits;
  private readonly input: Template;

  constructor(private readonly options: ReplicateOptions) {
    const { model, places, maxSeconds, fps } = options;
    this.input = options.input ?? REPLICATE_INPUT;
    this.model = model;
    this.places = places;
    this.honours = wishesOf(this.input);
    const frameRates = mentions(this.input, 'fps') ? FRAME_RATES : [fps];
    const size = { maxWidth: 1920, maxHeight: 1920 };
    this.limits = {
      minSeconds: 1,
      maxSeconds,
      ...size,
      frameRates,
      styles: ['none'],
      maxPromptLength: 5_000,
    };
  }

  estimateSeconds(request: VideoRequest): number {
    return hostedEstimate(request);
  }

  unavailable(): Promise<string | null> {
    return Promise.resolve(null);
  }

  async selfTest(): Promise<string | null> {
    const { fault } = await this.call((replicate) => replicate.accounts.current());
    return fault === null ? null : failureOf(fault).message;
  }

  async submit(request: VideoRequest): Promise<Submission> {
    const { webhookUrl } = this.options;
    const hook =
      webhookUrl === null ? {} : { webhook: webhookUrl, webhook_events_filter: ['completed' as const] };
    const which = /^[0-9a-f]{64}$/.test(this.model) ? { version: this.model } : { model: this.model };
    const options = { ...which, input: this.inputOf(request), ...hook } as Parameters<
      Replicate['predictions']['create']
    >[0];
    const { value, fault } = await this.call((replicate) => replicate.predictions.create(options));
    if (fault !== null) return submissionOf(fault, codeOfRefusal(fault));
    const ticket = text(record(value).id);
    return ticket === null
      ? { state: 'unknown', message: 'It accepted, but named no prediction.' }
      : { state: 'accepted', ticket };
  }

  async check(ticket: Ticket): Promise<ProviderCheck> {
    const { value, fault } = await this.call((replicate) => replicate.predictions.get(ticket));
    if (fault?.status === 404) return { state: 'unknown' };
    if (fault !== null) return { state: 'unclear', failure: failureOf(fault) };
    const prediction = predictionOf(value);
    if (prediction !== null) return checkOf(prediction);
    return {
      state: 'unclear',
      failure: { state: 'failed', code: 'TRANSIENT', message: 'It answered no prediction.' },
    };
  }

  async reconcile(lost: LostSubmit): Promise<Reconciled> {
    const { value, fault } = await this.call((replicate) => replicate.predictions.list());
    if (fault !== null) return { state: 'unsure', message: failureOf(fault).message };
    const { results } = record(value);
    if (!Array.isArray(results)) return { state: 'unsure', message: 'It cannot list its predictions.' };
    const predictions = results.map(predictionOf).filter((one) => one !== null);
    const found = findLost(predictions, this.inputOf(lost.request), lost);
    return found === null ? { state: 'absent' } : { state: 'found', ticket: found.id };
  }

  async fetch(ticket: Ticket, folder: string): Promise<Fetched> {
    const { value, fault } = await this.call((replicate) => replicate.predictions.get(ticket));
    if (fault !== null) return { state: 'unclear', failure: failureOf(fault) };
    const link = predictionOf(value)?.link ?? null;
    if (link === null)
      return { state: 'failed', code: 'BAD_OUTPUT', message: 'The finished clip is no longer there.' };
    return download(link, { folder, base: this.options.url, hosts: this.options.hosts ?? [] });
  }

  async cancel(ticket: Ticket): Promise<void> {
    await this.call((replicate) => replicate.predictions.cancel(ticket));
  }

  /** Inputs and outputs are removed there within the hour by themselves. */
  discard(): Promise<void> {
    return Promise.resolve();
  }

  ticketOfWebhook({ headers, body }: Webhook): Promise<Ticket | null> {
    const secret = this.options.webhookSecret;
    if (secret === null) return Promise.resolve(null);
    try {
      return Promise.resolve(text(record(new SignedHook(secret).verify(body, headers)).id));
    } catch {
      return Promise.resolve(null);
    }
  }

  private inputOf(request: VideoRequest): Input {
    const fields = fieldsOf(request, dataUriOf(request));
    return { ...(fill(this.input, fields) as Input), ...request.parameters };
  }

  private async call<T>(
    use: (replicate: Replicate) => Promise<T>,
  ): Promise<{ value: T | null; fault: HttpFault | null }> {
    const { url, token, timeoutMs } = this.options;
    const exchange = new Exchange(timeoutMs === undefined ? {} : { timeoutMs });
    const fetch = exchange.fetch;
    const replicate = new Replicate({ auth: token, baseUrl: url, fetch, useFileOutput: false });
    try {
      return { value: await use(replicate), fault: null };
    } catch (error) {
      return { value: null, fault: exchange.fault ?? strange(error) };
    }
  }
}

const strange = (error: unknown): HttpFault => ({
  kind: 'unreadable',
  status: 0,
  retryAfter: null,
  body: undefined,
  text: String(error),
});
