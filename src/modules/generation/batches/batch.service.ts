import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { toJsonInteger } from '../../../kernel/money';
import { refusal } from '../../../kernel/refusal';
import type { Once } from '../../../platform/idempotency/idempotency';
import { PauseGate } from '../../program';
import { covers, isShortOfOwn, isShortOfPool, QuotaService, quoteLineView, type Charge } from '../../quota';
import { generationRefusals } from '../contract';
import { monthlyGrant } from '../domain/key-share';
import { seedsOf } from '../domain/request';
import { drawnSeed } from '../domain/seed';
import { newBriefOf, type Brief } from '../domain/brief';
import type { BatchView, GenerationInput, QuoteView } from '../generation.dto';
import type { GenerationEntity } from '../generation.entity';
import { GenerationRepository } from '../generation.repository';
import { BriefRepository } from '../styles/brief.repository';
import { ownView } from './answer.mapping';
import type { BatchOrder } from './batch.repository';
import { OrderService, type Order } from './order.service';
import { SubmitService } from './submit.service';

/** A request of one to eight variations: priced, held and queued in one transaction, or not at all. */
@Injectable()
export class BatchService {
  constructor(
    private readonly orders: OrderService,
    private readonly quota: QuotaService,
    private readonly generations: GenerationRepository,
    private readonly submits: SubmitService,
    private readonly briefs: BriefRepository,
    private readonly pauses: PauseGate,
  ) {}

  /** What a request would cost, without making it. Refuses what `submit` would refuse about the request itself. */
  async quote(actor: Actor, input: GenerationInput): Promise<QuoteView> {
    const { quote, enrollment, plan, costSeconds, provider, wishes } = await this.orders.prepare(
      actor,
      input,
    );
    const has = await this.quota.balanceOf(enrollment.id, poolOf({ plan, enrollment }));
    const credits = quote.credits * BigInt(input.variations);
    return {
      credits: toJsonInteger(credits),
      each: toJsonInteger(quote.credits),
      variations: input.variations,
      lines: quote.lines.map(quoteLineView),
      priceVersion: quote.priceVersion,
      available: toJsonInteger(has.available),
      isEnough: covers(has, credits),
      renderSeconds: Math.ceil(costSeconds),
      provider,
      unhonoured: [...(wishes?.unhonoured ?? [])],
      route: [...(wishes?.route ?? [])],
    };
  }

  /**
   * Accepts a request: what exceeds the artist's own concurrency waits as `throttled`. Refuses `queue_full` (409),
   * `ledger.insufficient` (402), the caps of the key it came with (429), the refusals of enrollment and programme, `no_provider` (503); then nothing is held.
   */
  async submit(actor: Actor, input: GenerationInput, once: Once): Promise<BatchView> {
    const order = await this.orders.prepare(actor, input);
    const batchId = newId('bat');
    const seeds = seedsOf(input.seed ?? drawnSeed(batchId), input.variations);
    return this.place(actor, order, seeds, { once, batchId, promotedFrom: null });
  }

  /** Makes the final of a draft: the same request and seed. Refuses `not_a_draft`, `not_finished`, and as `submit`. */
  async promote(actor: Actor, draftId: string, once: Once): Promise<BatchView> {
    const draft = await this.generations.find(draftId);
    if (draft === null || draft.personId !== actor.id) throw refusal(generationRefusals, 'not_found');
    if (!draft.draft) throw refusal(generationRefusals, 'not_a_draft');
    if (draft.state !== 'succeeded')
      throw refusal(generationRefusals, 'not_finished', { state: draft.state });
    const brief = await this.briefs.find(draft.batchId);
    const order = await this.orders.prepare(actor, requestOf(draft, brief), draft.provider);
    const origin = { once, batchId: newId('bat'), promotedFrom: draft.id };
    return this.place(actor, order, [Number(draft.seed)], origin);
  }

  /** On the artist's own credits or, where these do not suffice and the plan has a pool, on the pool's. */
  private async place(
    actor: Actor,
    order: Order,
    seeds: readonly number[],
    origin: Origin,
  ): Promise<BatchView> {
    await this.pauses.refuseWhilePaused(order.enrollment.programId);
    const keyId = await this.quota.payingKey(actor.keyId);
    const pool = poolOf(order);
    try {
      return await this.submits.submit(this.orderOf(actor, order, seeds, { ...origin, keyId, poolId: null }));
    } catch (error) {
      if (pool === null || !isShortOfOwn(error)) throw error;
      const pooled = this.orderOf(actor, order, seeds, { ...origin, keyId, poolId: pool });
      return this.submits.submit(pooled).catch((second: unknown) => {
        throw isShortOfPool(second) ? error : second;
      });
    }
  }

  private orderOf(
    actor: Actor,
    order: Order,
    seeds: readonly number[],
    { once, batchId, promotedFrom, keyId, poolId }: Origin & Pick<Charge, 'keyId' | 'poolId'>,
  ): BatchOrder {
    const { enrollment, plan } = order;
    const ids = seeds.map(() => newId('gen'));
    const { credits } = order.quote;
    const holds = ids.flatMap((generationId) =>
      this.quota.holds({ generationId, enrollmentId: enrollment.id, keyId, poolId, credits }),
    );
    const clip = rowOf(actor, order, { batchId, promotedFrom });
    return {
      owner: once.owner,
      onceKey: once.key,
      fingerprint: once.fingerprint,
      concurrency: plan.concurrency,
      queued: plan.queued,
      weight: plan.weight,
      budgetKey: keyId,
      grantCredits: toJsonInteger(monthlyGrant(plan)),
      poolId,
      holds,
      ids,
      seeds,
      clip,
      brief: order.wishes === null ? null : newBriefOf(order.wishes),
      view: ownView(clip, actor, order.wishes),
    };
  }
}

/** Which request a batch answers, and which draft it makes the final of. */
interface Origin {
  readonly once: Once;
  readonly batchId: string;
  readonly promotedFrom: string | null;
}

/** The programme whose pool may pay; `null`: its plan has none. */
const poolOf = ({ plan, enrollment }: Pick<Order, 'plan' | 'enrollment'>): string | null =>
  plan.pooledCredits > 0n ? enrollment.programId : null;

/** The final of a draft. */
function requestOf(row: GenerationEntity, brief: Brief | null): GenerationInput {
  return {
    programId: row.programId,
    prompt: row.prompt,
    ...(row.negativePrompt === null ? {} : { negativePrompt: row.negativePrompt }),
    style: row.style,
    seconds: row.seconds,
    resolution: row.resolution,
    fps: row.fps,
    aspect: row.aspect,
    seed: Number(row.seed),
    variations: 1,
    draft: false,
    ...(brief?.styleVersion === null || brief === null ? {} : { styleVersion: brief.styleVersion }),
    ...(brief?.referenceId === null || brief === null ? {} : { referenceId: brief.referenceId }),
    ...(row.project === null ? {} : { project: row.project }),
  };
}

/** Member by member: spreading objects into objects takes longer than everything else here. */
function rowOf(
  actor: Actor,
  order: Order,
  { batchId, promotedFrom }: Omit<Origin, 'once'>,
): BatchOrder['clip'] {
  const { spec, frame, enrollment, quote } = order;
  return {
    batchId,
    promotedFrom,
    prompt: spec.prompt,
    negativePrompt: spec.negativePrompt,
    style: spec.style,
    seconds: spec.seconds,
    resolution: spec.resolution,
    fps: spec.fps,
    aspect: spec.aspect,
    draft: spec.draft,
    width: frame.width,
    height: frame.height,
    enrollmentId: enrollment.id,
    programId: enrollment.programId,
    personId: actor.id,
    keyId: actor.keyId,
    project: order.project,
    mark: order.mark,
    credits: quote.credits,
    priceVersion: quote.priceVersion,
    provider: order.provider,
    pool: order.pool,
    costSeconds: order.costSeconds,
  };
}
