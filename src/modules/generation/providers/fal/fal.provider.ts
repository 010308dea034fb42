import { createHash, createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { createFalClient, type FalClient } from '@fal-ai/client';
import {
  FRAME_RATES,
  type Failure,
  type Fetched,
  type FrameRate,
  type HostedProvider,
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
import { codeOfRefusal, FAL_INPUT, linkOf, wordsOf } from './fal.mapping';

const OFFICIAL = 'https://queue.fal.run';

export interface FalOptions {
  /** Hosts of the own network that clips may be fetched from (`ATELIER_OUTGOING_HOSTS`). */
  readonly hosts?: readonly string[];
  readonly key: string;
  readonly url: string;
  /** `owner/model/…`: the endpoint. */
  readonly endpoint: string;
  readonly input: Template | null;
  readonly places: number;
  readonly maxSeconds: number;
  readonly fps: FrameRate;
  /** Where the keys lie that sign webhooks. */
  readonly jwksUrl: string;
  /** Where it may tell us that something has changed; `null`: only looks tell. */
  readonly webhookUrl: string | null;
  readonly timeoutMs?: number;
}

/** Any model behind fal's queue. */
export class FalProvider implements HostedProvider {
  readonly key = 'fal';
  readonly kind = 'model' as const;
  readonly model: string;
  readonly runs = 'elsewhere' as const;
  readonly places: number;
  readonly checkSeconds = 3;
  readonly honours: readonly Wish[];
  readonly limits: ProviderLimits;
  private readonly input: Template;
  private keys: { readonly at: number; readonly list: readonly JsonWebKey[] } | undefined;

  constructor(private readonly options: FalOptions) {
    const { endpoint, places, maxSeconds, fps } = options;
    this.input = options.input ?? FAL_INPUT;
    this.model = endpoint;
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

  /** Asks for a request that does not exist: a valid key gets "not found", an invalid one is turned away. */
  async selfTest(): Promise<string | null> {
    const requestId = '00000000-0000-0000-0000-000000000000';
    const { fault } = await this.call((fal) => fal.queue.status(this.model, { requestId }));
    return fault === null || [404, 422].includes(fault.status) ? null : failureOf(fault).message;
  }

  async submit(request: VideoRequest): Promise<Submission> {
    const fields = fieldsOf(request, dataUriOf(request));
    const input = { ...(fill(this.input, fields) as object), ...request.parameters };
    const { webhookUrl } = this.options;
    const hook = webhookUrl === null ? {} : { webhookUrl };
    const { value, fault } = await this.call((fal) => fal.queue.submit(this.model, { input, ...hook }));
    if (fault !== null) return submissionOf(fault, codeOfRefusal(fault));
    const ticket = text(record(value).request_id);
    return ticket === null
      ? { state: 'unknown', message: 'The queue accepted, but named no request.' }
      : { state: 'accepted', ticket };
  }

  async check(requestId: Ticket): Promise<ProviderCheck> {
    const { value, fault } = await this.call((fal) => fal.queue.status(this.model, { requestId }));
    if (fault?.status === 404) return { state: 'unknown' };
    if (fault !== null) return { state: 'unclear', failure: failureOf(fault) };
    switch (value?.status) {
      case 'IN_QUEUE':
        return { state: 'running', progress: 0 };
      case 'IN_PROGRESS':
        return { state: 'running', progress: 0.1 };
      case 'COMPLETED': {
        const result = await this.result(requestId);
        return 'link' in result ? { state: 'ready' } : result;
      }
      default:
        return { state: 'unclear', failure: failed('The queue answered a state that is not known.') };
    }
  }

  /** The queue has no list of requests, and takes no name of ours: what was lost stays lost. */
  reconcile(): Promise<Reconciled> {
    return Promise.resolve({
      state: 'unsure',
      message: 'fal cannot be asked for a request without its number.',
    });
  }

  async fetch(ticket: Ticket, folder: string): Promise<Fetched> {
    const result = await this.result(ticket);
    if ('link' in result)
      return download(result.link, { folder, base: this.options.url, hosts: this.options.hosts ?? [] });
    return result;
  }

  async cancel(requestId: Ticket): Promise<void> {
    await this.call((fal) => fal.queue.cancel(this.model, { requestId }));
  }

  /** The queue forgets by itself. */
  discard(): Promise<void> {
    return Promise.resolve();
  }

  async ticketOfWebhook({ headers, body }: Webhook): Promise<Ticket | null> {
    const part = (name: string): string => headers[`x-fal-webhook-${name}`] ?? '';
    const at = Number(part('timestamp'));
    if (!(Math.abs(Date.now() / 1_000 - at) <= 300)) return null;
    const digest = createHash('sha256').update(body).digest('hex');
    const signed = [part('request-id'), part('user-id'), part('timestamp'), digest].join('\n');
    const signature = Buffer.from(part('signature'), 'hex');
    const isSigned = (await this.signers()).some((jwk) => isSignedBy(jwk, signed, signature));
    return isSigned ? text(part('request-id')) : null;
  }

  /** Whether the result is there, and where; what went wrong with the request stands in its result. */
  private async result(
    requestId: Ticket,
  ): Promise<{ readonly link: string } | Failure | { readonly state: 'unclear'; readonly failure: Failure }> {
    const { value, fault } = await this.call((fal) => fal.queue.result(this.model, { requestId }));
    if (fault === null) {
      const link = linkOf(record(value).data);
      return link === null ? { ...failed('The result names no video.'), code: 'BAD_OUTPUT' } : { link };
    }
    const failure = failureOf(fault, codeOfRefusal(fault));
    const isOfRequest =
      fault.kind === 'status' && fault.body !== undefined && ![401, 403, 429].includes(fault.status);
    const said = wordsOf(fault);
    return isOfRequest
      ? { ...failure, ...(said === null ? {} : { message: said }) }
      : { state: 'unclear', failure };
  }

  private async call<T>(
    use: (fal: FalClient) => Promise<T>,
  ): Promise<{ value: T | null; fault: HttpFault | null }> {
    const { url, key, timeoutMs } = this.options;
    const exchange = new Exchange({
      base: { from: OFFICIAL, to: url },
      headers: { 'x-fal-no-retry': '1' },
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    const fal = createFalClient({
      credentials: key,
      fetch: exchange.fetch,
      suppressLocalCredentialsWarning: true,
    });
    try {
      return { value: await use(fal), fault: null };
    } catch (error) {
      return { value: null, fault: exchange.fault ?? strange(error) };
    }
  }

  /** The signers' keys, asked for once a day. */
  private async signers(): Promise<readonly JsonWebKey[]> {
    if (this.keys !== undefined && Date.now() - this.keys.at < 86_400_000) return this.keys.list;
    const answer = await new Exchange().ask(this.options.jwksUrl);
    const { keys } = record(answer.ok ? answer.body : null);
    if (!Array.isArray(keys)) return [];
    this.keys = { at: Date.now(), list: keys as JsonWebKey[] };
    return this.keys.list;
  }
}

function isSignedBy(jwk: JsonWebKey, signed: string, signature: Buffer): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: jwk.x ?? '' }, format: 'jwk' });
    return verify(null, Buffer.from(signed), key, signature);
  } catch {
    return false;
  }
}

const failed = (message: string): Failure => ({ state: 'failed', code: 'TRANSIENT', message });

const strange = (error: unknown): HttpFault => ({
  kind: 'unreadable',
  status: 0,
  retryAfter: null,
  body: undefined,
  text: String(error),
});
