import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refusal } from '../../../kernel/refusal';
import { accessRefusals } from '../contract';
import { kindOfKey } from '../domain/key-format';
import { isForeignOrigin } from '../domain/origin';
import { agentFamily, isScanner, isWithin, prefixOf } from './places.policy';
import { TrapService } from '../leaks/trap.service';
import { WatchService, type Use } from '../watch/watch.service';
import { KeyLookupService } from './key-lookup.service';
import type { KeyCredential } from './credential.repository';
import { PacePolicy } from './pace.policy';
import { ProofService } from './proof.service';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Asking what something would cost is a POST that spends nothing. */
const HARMLESS = /\/quote$/;
/** What a call beyond a limit is answered with: too many, too much, no credits left, queue full. */
const REFUSED = new Set([402, 409, 429]);

export interface Admission {
  readonly key: KeyCredential;
  /** To be told the status of the answer: what was refused is a sign of a key in wrong hands. */
  readonly answered: (status: number) => void;
  /** What the next proof of a bound key must repeat; `null`: the key is not bound. */
  readonly nonce: string | null;
}

const first = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

function useOf(request: FastifyRequest, publicUrl: string | undefined): Use {
  const route = request.routeOptions.url ?? 'unknown';
  return {
    network: prefixOf(request.ip),
    agent: agentFamily(request.headers['user-agent']),
    call: `${request.method} ${route}`.slice(0, 120),
    isSpending: !READS.has(request.method) && !HARMLESS.test(route),
    isCrossSite: isForeignOrigin({
      fetchSite: first(request.headers['sec-fetch-site']),
      origin: request.headers.origin,
      host: request.host,
      publicUrl,
    }),
    isScanner: isScanner(request.headers['user-agent']),
  };
}

/** Whether a key may make this call, before its route is looked at. */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly lookup: KeyLookupService,
    private readonly proofs: ProofService,
    private readonly pace: PacePolicy,
    private readonly watch: WatchService,
    private readonly traps: TrapService,
  ) {}

  /**
   * Refuses a key that is unknown, stopped, expired or in quarantine (401), used without the proof it is bound to (401),
   * from a place its owner did not allow (403), or too often (429). With `isRepeat` a long answer asks whether its key is
   * still good: nothing is counted and its proof is not asked for again.
   */
  async admit(
    request: FastifyRequest,
    scheme: string,
    secret: string,
    isRepeat: boolean,
  ): Promise<Admission> {
    const kind = kindOfKey(secret);
    const key = kind === 'live' || kind === 'test' ? await this.lookup.find(secret) : null;
    const use = useOf(request, this.lookup.publicUrl);
    if (key === null) {
      if (kind !== null && !isRepeat) await this.traps.spring(secret, use);
      throw refusal(accessRefusals, 'key_unknown');
    }
    this.refuseOver(key, use);
    await this.refuseUnproven(request, scheme, secret, key, isRepeat);
    this.refuseElsewhere(request, key, use);
    const nonce = key.boundTo === null ? null : this.proofs.nonce();
    if (isRepeat) return { key, answered: () => undefined, nonce };
    const wait = this.pace.take(key, use.isSpending);
    this.watch.note(key, use);
    if (wait !== null) {
      this.watch.refuse(key, use);
      throw refusal(accessRefusals, 'key_rate', { retryAfterSeconds: wait });
    }
    return {
      key,
      nonce,
      answered: (status) => {
        if (!REFUSED.has(status)) return;
        this.watch.refuse(key, use);
        if (use.isSpending) this.pace.refuse(key.id);
      },
    };
  }

  /** What the database holds of a secret. */
  hash(secret: string): Buffer {
    return this.lookup.hash(secret);
  }

  private refuseOver(key: KeyCredential, use: Use): void {
    const isOver = key.state === 'quarantined' || key.isStopped;
    if (isOver) this.watch.refuse(key, use);
    if (key.state === 'quarantined')
      throw refusal(accessRefusals, 'key_quarantined', {
        incident: key.incidentId,
        replaceAt: `${this.lookup.publicUrl ?? ''}/studio/keys`,
      });
    if (key.isStopped) throw refusal(accessRefusals, 'key_stopped');
    if (key.isExpired) throw refusal(accessRefusals, 'key_expired');
  }

  private async refuseUnproven(
    request: FastifyRequest,
    scheme: string,
    secret: string,
    { boundTo }: KeyCredential,
    isRepeat: boolean,
  ): Promise<void> {
    const isProven = scheme.toLowerCase() === 'dpop';
    if (boundTo === null && isProven) throw refusal(accessRefusals, 'key_not_bound');
    if (boundTo === null) return;
    if (!isProven) throw refusal(accessRefusals, 'key_is_bound');
    if (isRepeat) return;
    const { method, headers, url, protocol, host } = request;
    const base = this.lookup.publicUrl ?? `${protocol}://${host}`;
    const address = new URL(url, base).toString();
    await this.proofs.check({ proof: first(headers.dpop), method, address, secret, boundTo });
  }

  private refuseElsewhere(request: FastifyRequest, key: KeyCredential, use: Use): void {
    if (!isWithin(request.ip, key.networks)) {
      this.watch.note(key, { ...use, isCrossSite: false });
      this.watch.refuse(key, use);
      throw refusal(accessRefusals, 'network_not_allowed');
    }
    if (!use.isCrossSite || key.origins.length === 0) return;
    if (key.origins.includes(request.headers.origin ?? '')) return;
    this.watch.note(key, use);
    throw refusal(accessRefusals, 'origin_not_allowed');
  }
}
