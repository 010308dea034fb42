import { Injectable } from '@nestjs/common';
import { refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { Fresh } from '../../../platform/db/fresh';
import { inputRefusals } from '../../../platform/http/validation';
import { QuotaService, type Quote } from '../../quota';
import { generationRefusals } from '../contract';
import { programRefusals } from '../../program';
import type { FrameSize } from '../domain/frame';
import { namesOf } from '../domain/model-name';
import { nearestWord } from '../domain/nearest';
import { isHosted, type VideoRequest } from '../domain/provider';
import { limitFaults, type ClipSpec } from '../domain/request';
import { chooseRoute, type Candidate, type RouteLine } from '../domain/routing';
import { unhonouredBy, type Unhonoured, type Wished } from '../domain/unhonoured';
import { FlowRepository } from '../pool/flow.repository';
import { ProviderRegistry, type Registered } from '../providers/registry.provider';
import { CircuitService } from './circuit.service';

/** How long a look at the queues is good enough to compare by. */
const LOAD_LASTS_MS = 1_000;

export interface Asked {
  readonly spec: ClipSpec;
  readonly frame: FrameSize;
  /** As providers would get it, for their estimates. */
  readonly request: VideoRequest;
  readonly wished: Wished;
  /** Who must make it if it can: the maker of its draft. */
  readonly same: string | null;
  readonly allowed: Allowed;
  /** Which renderer was asked for by name; null: whichever suits best. */
  readonly model: string | null;
}

/** Whom its programme lets make clips, and with what; an empty list names all. */
export interface Allowed {
  readonly providers: readonly string[];
  readonly models: readonly string[];
}

const names = (list: readonly string[], name: string): boolean => list.length === 0 || list.includes(name);

export interface Routed {
  readonly provider: string;
  readonly pool: string;
  readonly costSeconds: number;
  readonly quote: Quote;
  readonly unhonoured: readonly Unhonoured[];
  /** `null`: there was no choice. */
  readonly route: readonly RouteLine[] | null;
}

interface Weighed extends Candidate {
  readonly quote: Quote;
}

/** Chooses who makes a clip, and keeps the reasons. */
@Injectable()
export class RouteService {
  private readonly loads: Fresh<number>;

  constructor(
    private readonly providers: ProviderRegistry,
    private readonly circuits: CircuitService,
    private readonly quota: QuotaService,
    flows: FlowRepository,
    db: Database,
  ) {
    this.loads = new Fresh(
      db.changes,
      'generation_loads',
      (pools) => flows.loads(pools),
      () => LOAD_LASTS_MS,
    );
  }

  /**
   * Refuses `input.invalid` where the request exceeds everybody's limits or names a model that there is not,
   * `program.model_not_allowed`, `no_provider` where nobody can now.
   */
  async choose(asked: Asked): Promise<Routed> {
    const { providers, models } = asked.allowed;
    const all = this.providers
      .all()
      .filter(({ provider: { key, model } }) => names(providers, key) && names(models, model));
    if (all.length === 0) throw nobodyAllowed(asked.allowed);
    const { model } = asked;
    const named = model === null ? all : all.filter(({ provider }) => namesOf(provider).includes(model));
    if (named.length === 0) throw this.unknown(model ?? '', all);
    const candidates = await Promise.all(named.map((one) => this.weigh(one, asked, named.length > 1)));
    const { provider: key, lines } = chooseRoute(candidates, asked.same);
    const chosen = candidates.find((candidate) => candidate.key === key);
    if (chosen === undefined) throw refusalOf(candidates, lines);
    const { pool, renderSeconds, quote, unhonoured } = chosen;
    const route = named.length > 1 ? lines : null;
    return { provider: chosen.key, pool, costSeconds: renderSeconds, quote, unhonoured, route };
  }

  /** One that its programme does not use, or that there is not. */
  private unknown(model: string, allowed: readonly Registered[]): Error {
    const names = allowed.map(({ provider }) => provider.model);
    if (this.providers.providers().some((provider) => namesOf(provider).includes(model)))
      return refusal(programRefusals, 'model_not_allowed', {
        field: 'model',
        param: 'model',
        allowed: names,
      });
    const says = `there is no model ${model}; there are: ${names.join(', ')}; nearest: ${nearestWord(names, model)}`;
    return refusal(inputRefusals, 'invalid', {
      fields: [{ field: 'model', faults: [says] }],
      detail: `model: ${says}`,
    });
  }

  private async weigh({ provider, pool }: Registered, asked: Asked, isChoice: boolean): Promise<Weighed> {
    const { spec, request, wished } = asked;
    const { key } = provider;
    const row = await this.circuits.of(key);
    const { seconds, resolution, fps, draft } = spec;
    const quote = this.quota.quote({ provider: key, seconds, resolution, fps, draft });
    return {
      key,
      pool,
      faults: limitFaults(spec, provider.limits),
      ailment: isHosted(provider) ? (row?.ailment ?? null) : await provider.unavailable(),
      state: row?.state ?? 'closed',
      isDraining: row?.isDraining ?? false,
      isPinned: row?.isPinned ?? false,
      weight: row?.weight ?? 1,
      credits: quote.credits,
      renderSeconds: Math.max(1, provider.estimateSeconds(request)),
      // Nobody to compare with: the queue need not be counted.
      waitSeconds: isChoice ? ((await this.loads.get(pool)) ?? 0) : 0,
      unhonoured: unhonouredBy(provider, wished),
      quote,
    };
  }
}

/** Published is who may, and none of them is installed. */
function nobodyAllowed({ providers, models }: Allowed): Error {
  const said = [...providers, ...models].join(', ');
  const reasons = said === '' ? [] : [`The programme allows ${said}, and nothing of that is installed here.`];
  return refusal(generationRefusals, 'no_provider', { reasons });
}

function refusalOf(candidates: readonly Candidate[], lines: readonly RouteLine[]): Error {
  const [first] = candidates;
  if (first !== undefined && candidates.every(({ faults }) => faults.length > 0)) {
    // Of several, the one that would have to give way least.
    const nearest = candidates.reduce(
      (best, one) => (one.faults.length < best.faults.length ? one : best),
      first,
    );
    const [fault] = nearest.faults;
    const detail = `${fault?.field ?? ''}: ${fault?.faults.join('; ') ?? ''}`;
    return refusal(inputRefusals, 'invalid', { fields: nearest.faults, detail });
  }
  return refusal(generationRefusals, 'no_provider', {
    reasons: lines.map(({ provider, says }) => `${provider}: ${says}`),
  });
}
