import RunwayML from '@runwayml/sdk';
import type {
  Fetched,
  HostedProvider,
  ProviderCheck,
  ProviderLimits,
  Reconciled,
  Submission,
  Ticket,
  VideoRequest,
} from '../../domain/provider';
import { failureOf, record, submissionOf, text, type HttpFault } from '../answers.mapping';
import { hostedEstimate } from '../domain/estimate';
import { dataUriOf } from '../domain/template';
import { download } from '../download.service';
import { Exchange } from '../exchange.service';
import { checkOf, codeOfRefusal, linkOf } from './runway.mapping';

export interface RunwayOptions {
  /** Hosts of the own network that clips may be fetched from (`ATELIER_OUTGOING_HOSTS`). */
  readonly hosts?: readonly string[];
  readonly key: string;
  readonly url: string;
  readonly model: string;
  readonly places: number;
  readonly timeoutMs?: number;
}

/** Runway's own API. */
export class RunwayProvider implements HostedProvider {
  readonly key = 'runway';
  readonly kind = 'model' as const;
  readonly model: string;
  readonly runs = 'elsewhere' as const;
  readonly places: number;
  /** The vendor asks for no more than one look in five seconds. */
  readonly checkSeconds = 5;
  readonly honours = ['seed', 'reference'] as const;
  readonly limits: ProviderLimits = {
    minSeconds: 2,
    maxSeconds: 10,
    maxWidth: 1280,
    maxHeight: 1280,
    frameRates: [24],
    styles: ['none'],
    maxPromptLength: 1_000,
    sizes: ['1280x720', '720x1280'],
  };

  constructor(private readonly options: RunwayOptions) {
    this.model = options.model;
    this.places = options.places;
  }

  estimateSeconds(request: VideoRequest): number {
    return hostedEstimate(request);
  }

  unavailable(): Promise<string | null> {
    return Promise.resolve(null);
  }

  async selfTest(): Promise<string | null> {
    const { fault } = await this.call((runway) => runway.organization.retrieve());
    return fault === null ? null : failureOf(fault).message;
  }

  async submit(request: VideoRequest): Promise<Submission> {
    const { seconds: duration, seed, width, height, prompt: promptText, parameters } = request;
    const ratio = `${width}:${height}`;
    const body = { ...parameters, model: this.model, promptText, ratio, duration, seed };
    const promptImage = dataUriOf(request);
    const { value, fault } = await this.call((runway) =>
      promptImage === null
        ? runway.textToVideo.create(body as never)
        : runway.imageToVideo.create({ ...body, promptImage } as never),
    );
    if (fault !== null) return submissionOf(fault, codeOfRefusal(fault));
    const ticket = text(record(value).id);
    return ticket === null
      ? { state: 'unknown', message: 'It accepted, but named no task.' }
      : { state: 'accepted', ticket };
  }

  async check(ticket: Ticket): Promise<ProviderCheck> {
    const { value, fault } = await this.call((runway) => runway.tasks.retrieve(ticket));
    if (fault?.status === 404) return { state: 'unknown' };
    return fault === null ? checkOf(value) : { state: 'unclear', failure: failureOf(fault) };
  }

  /** There is no list of tasks: what was lost stays lost. */
  reconcile(): Promise<Reconciled> {
    return Promise.resolve({
      state: 'unsure',
      message: 'Runway cannot be asked for a task without its number.',
    });
  }

  async fetch(ticket: Ticket, folder: string): Promise<Fetched> {
    const { value, fault } = await this.call((runway) => runway.tasks.retrieve(ticket));
    if (fault !== null) return { state: 'unclear', failure: failureOf(fault) };
    const link = linkOf(value);
    if (link === null)
      return { state: 'failed', code: 'BAD_OUTPUT', message: 'The finished clip is no longer there.' };
    return download(link, { folder, base: this.options.url, hosts: this.options.hosts ?? [] });
  }

  async cancel(ticket: Ticket): Promise<void> {
    await this.call((runway) => runway.tasks.delete(ticket));
  }

  async discard(ticket: Ticket): Promise<void> {
    await this.cancel(ticket);
  }

  private async call<T>(
    use: (runway: RunwayML) => PromiseLike<T>,
  ): Promise<{ value: T | null; fault: HttpFault | null }> {
    const { key, url, timeoutMs } = this.options;
    const exchange = new Exchange(timeoutMs === undefined ? {} : { timeoutMs });
    const runway = new RunwayML({ apiKey: key, baseURL: url, maxRetries: 0, fetch: exchange.fetch });
    try {
      return { value: await use(runway), fault: null };
    } catch (error) {
      const strange = {
        kind: 'unreadable',
        status: 0,
        retryAfter: null,
        body: undefined,
        text: String(error),
      } as const;
      return { value: null, fault: exchange.fault ?? strange };
    }
  }
}
