import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { toJsonInteger } from '../../../kernel/money';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { covers, QuotaService, quoteLineView } from '../../quota';
import { generationRefusals } from '../contract';
import { Lanes } from '../domain/lanes';
import { LIMITS, seedsOf } from '../domain/request';
import type { BatchView, GenerationInput, QuoteView } from '../generation.dto';
import type { GenerationEntity } from '../generation.entity';
import { viewOf } from '../generation.mapping';
import { GenerationRepository, type NewGeneration } from '../generation.repository';
import { OrderService, type Order } from './order.service';
import { DispatchBell } from '../pool/bell.service';
import { FlowRepository } from '../pool/flow.repository';

/** A request of one to eight variations: priced, held and queued in one transaction, or not at all. */
@Injectable()
export class BatchService {
  private readonly lanes = new Lanes();

  constructor(
    private readonly orders: OrderService,
    private readonly quota: QuotaService,
    private readonly generations: GenerationRepository,
    private readonly flows: FlowRepository,
    private readonly idempotency: Idempotency,
    private readonly bell: DispatchBell,
  ) {}

  /** What a request would cost, without making it. Refuses what `submit` would refuse about the request itself. */
  async quote(actor: Actor, input: GenerationInput): Promise<QuoteView> {
    const { quote, enrollment, plan, costSeconds } = await this.orders.prepare(actor, input);
    const has = await this.quota.balanceOf(enrollment.id, poolOf(plan, enrollment.programId));
    const credits = quote.credits * BigInt(input.variations);
    return {
      credits: toJsonInteger(credits),
      each: toJsonInteger(quote.credits),
      variations: input.variations,
      lines: quote.lines.map(quoteLineView),
      priceVersion: quote.priceVersion,
      available: toJsonInteger(has.available),
      isEnough: covers(has, quote.credits, input.variations),
      renderSeconds: Math.ceil(costSeconds),
    };
  }

  /**
   * Accepts a request: what exceeds the artist's own concurrency waits as `throttled`. Refuses `queue_full` (409),
   * `ledger.insufficient` (402), the refusals of enrollment and programme, `no_provider` (503); then nothing is held.
   */
  async submit(actor: Actor, input: GenerationInput, once: Once): Promise<BatchView> {
    return this.lanes.run(actor.id, async () => {
      const order = await this.orders.prepare(actor, input);
      await this.quota.awaitKey(actor.keyId);
      const seeds = seedsOf(input.seed ?? randomInt(LIMITS.seedMax + 1), input.variations);
      return this.idempotency.run(once, (tx) => this.insert(tx, actor, order, seeds, null));
    });
  }

  /** Makes the final of a draft: the same request and seed. Refuses `not_a_draft`, `not_finished`, and as `submit`. */
  async promote(actor: Actor, draftId: string, once: Once): Promise<BatchView> {
    const draft = await this.generations.find(draftId);
    if (draft === null || draft.personId !== actor.id) throw refusal(generationRefusals, 'not_found');
    if (!draft.draft) throw refusal(generationRefusals, 'not_a_draft');
    if (draft.state !== 'succeeded')
      throw refusal(generationRefusals, 'not_finished', { state: draft.state });
    const order = await this.orders.prepare(actor, requestOf(draft, false));
    await this.quota.awaitKey(actor.keyId);
    return this.idempotency.run(once, (tx) => this.insert(tx, actor, order, [Number(draft.seed)], draft.id));
  }

  private async insert(
    tx: Tx,
    actor: Actor,
    order: Order,
    seeds: readonly number[],
    promotedFrom: string | null,
  ): Promise<BatchView> {
    const { enrollment, plan, pool } = order;
    await this.flows.enter(tx, { pool, enrollmentId: enrollment.id }, plan);
    const { active, open } = await this.generations.countOpen(tx, enrollment.id);
    const limit = plan.concurrency + plan.queued;
    if (open + seeds.length > limit) {
      throw refusal(generationRefusals, 'queue_full', { open, asked: seeds.length, limit, ...capsOf(plan) });
    }
    const arrival = await this.flows.virtualTime(tx, pool);
    const batchId = newId('bat');
    const rows = seeds.map((seed, index): NewGeneration => ({
      ...rowOf(actor, order),
      id: newId('gen'),
      batchId,
      seed: BigInt(seed),
      state: active + index < plan.concurrency ? 'queued' : 'throttled',
      arrival,
      promotedFrom,
    }));
    const { credits } = order.quote;
    await this.quota.hold(
      tx,
      rows.map(({ id }) => ({
        generationId: id,
        enrollmentId: enrollment.id,
        keyId: actor.keyId,
        poolId: poolOf(plan, enrollment.programId),
        credits,
      })),
    );
    await this.generations.insertBatch(
      tx,
      { id: batchId, enrollmentId: enrollment.id, variations: seeds.length },
      rows,
    );
    tx.afterCommit(() => this.bell.ring());
    const inserted = await this.generations.listBatch(tx, batchId);
    return { batchId, generations: inserted.map((row) => viewOf(row, [], actor)) };
  }
}

/** The programme whose pool may pay; `null`: its plan has none. */
const poolOf = ({ pooledCredits }: { pooledCredits: bigint }, programId: string): string | null =>
  pooledCredits > 0n ? programId : null;

const capsOf = ({ concurrency, queued }: { concurrency: number; queued: number }): object => ({
  concurrency,
  queued,
});

function requestOf(row: GenerationEntity, draft: boolean): GenerationInput {
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
    draft,
    ...(row.project === null ? {} : { project: row.project }),
  };
}

type Common = Omit<NewGeneration, 'id' | 'batchId' | 'seed' | 'state' | 'arrival' | 'promotedFrom'>;

function rowOf(actor: Actor, { spec, frame, enrollment, quote, ...order }: Order): Common {
  return {
    ...spec,
    ...frame,
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
