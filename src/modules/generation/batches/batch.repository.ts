import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import { list, rowsText, type Field } from '../../../platform/db/row-text';
import type { NewBrief } from '../domain/brief';
import type { NewGeneration } from '../generation.repository';
import { openAnswer, type OwnView, type StoredAnswer } from './answer.mapping';
import { SUBMIT } from './batch.sql';

/** Everything about one request that its transaction needs to know. */
export interface BatchOrder {
  /** Whose Idempotency-Key, the key (`null`: none) and what it stands for. */
  readonly owner: string;
  readonly onceKey: string | null;
  readonly fingerprint: string;
  readonly concurrency: number;
  readonly queued: number;
  readonly weight: number;
  /** The key whose budget pays besides the artist. */
  readonly budgetKey: string | null;
  /** Credits of a month, by which a key's caps are measured. */
  readonly grantCredits: number;
  /** The programme whose pool pays in place of the artist. */
  readonly poolId: string | null;
  /** Each of the price of one clip; the whole price comes from each of their accounts. */
  readonly holds: readonly { readonly reference: string; readonly account: string }[];
  readonly ids: readonly string[];
  readonly seeds: readonly number[];
  /** What its clips have in common. */
  readonly clip: Omit<NewGeneration, 'id' | 'seed' | 'state' | 'arrival'>;
  /** What was asked for besides the fields of a clip; `null`: nothing. */
  readonly brief: NewBrief | null;
  /** What its answer says of every clip; the database decides the rest. */
  readonly view: OwnView;
}

/** What became of one request. Only the members of its `outcome` say something. */
export interface BatchOutcome {
  readonly outcome:
    | 'accepted' | 'known' | 'twin' | 'reused' | 'in_flight' | 'later' | 'queue_full' | 'insufficient'
    | 'key_stopped' | 'key_open_cap' | 'key_hour_cap' | 'key_day_cap'; // prettier-ignore
  readonly answer: StoredAnswer | null;
  readonly twin: number | null;
  /** How many of its clips are queued at once; the others are throttled. */
  readonly room: number | null;
  /** Of its clips in their order, separated by commas. */
  readonly revisions: string | null;
  readonly instant: string;
  readonly open_count: number | null;
  readonly account: string | null;
  readonly available: bigint | null;
  readonly needed: bigint | null;
}

/** Distinct values and the place of each, from 1, in the order in which the database locks. */
class Places {
  private readonly places = new Map<string, number>();

  constructor(values: Iterable<string>) {
    for (const value of [...new Set(values)].toSorted()) this.places.set(value, this.places.size + 1);
  }

  of(value: string): number {
    return this.places.get(value) ?? 0;
  }

  list(): string[] {
    return [...this.places.keys()];
  }
}

const flowOf = ({ clip }: BatchOrder): string => `${clip.pool} ${clip.enrollmentId}`;
const onceOf = ({ owner, onceKey }: BatchOrder): string => `${owner}\n${onceKey}`;

/** The order as a `generation_request`, member by member. */
function rowOf(order: BatchOrder, flows: Places, purses: Places, spenders: Places, keys: Places): Field[] {
  const { clip, ids, seeds, holds, brief, onceKey, view } = order;
  const paid = holds.map(({ account }) => purses.of(account));
  return [
    flows.of(flowOf(order)),
    onceKey === null ? null : keys.of(onceOf(order)),
    clip.keyId === null ? null : spenders.of(clip.keyId),
    list([...new Set(paid)]),
    order.concurrency,
    order.queued,
    order.grantCredits,
    Number(clip.credits),
    list(ids),
    list(seeds),
    list(holds.map(({ reference }) => reference)),
    list(paid),
    order.budgetKey,
    order.poolId,
    clip.batchId,
    clip.enrollmentId,
    clip.programId,
    clip.personId,
    clip.keyId,
    clip.prompt,
    clip.negativePrompt,
    clip.style,
    clip.seconds,
    clip.resolution,
    clip.aspect,
    clip.fps,
    clip.width,
    clip.height,
    clip.draft,
    clip.project,
    clip.promotedFrom,
    clip.mark === null ? null : JSON.stringify(clip.mark),
    clip.priceVersion,
    clip.provider,
    clip.pool,
    clip.costSeconds,
    onceKey === null ? null : openAnswer({ batchId: clip.batchId, ids, seeds, view }),
    brief !== null,
    brief?.styleId ?? null,
    brief?.parentId ?? null,
    brief?.referenceId ?? null,
    brief === null || brief.route === null ? null : JSON.stringify(brief.route),
    brief === null ? null : JSON.stringify(brief.unhonoured),
  ];
}

@Injectable()
export class BatchRepository {
  constructor(private readonly db: Database) {}

  /**
   * Decides and writes a group of requests in one statement and one commit; outcomes in the order of the requests. Only
   * a group of one artist may wait for that artist's flow; otherwise a flow that is busy makes its requests `later`.
   */
  async submit(orders: readonly BatchOrder[], mayWait: boolean): Promise<BatchOutcome[]> {
    const flows = new Places(orders.map(flowOf));
    const purses = new Places(orders.flatMap(({ holds }) => holds.map(({ account }) => account)));
    const spenders = new Places(orders.flatMap(({ clip }) => clip.keyId ?? []));
    const keys = new Places(orders.map(onceOf));
    const byFlow = new Map(orders.map((order) => [flowOf(order), order]));
    const each = flows.list().map((flow) => byFlow.get(flow) as BatchOrder);
    return this.db.alone<BatchOutcome & Record<string, unknown>>(SUBMIT, [
      rowsText(orders.map((order) => rowOf(order, flows, purses, spenders, keys))),
      orders.map(({ owner }) => owner),
      orders.map(({ onceKey }) => onceKey),
      orders.map(({ fingerprint }) => fingerprint),
      each.map(({ clip }) => clip.pool),
      each.map(({ clip }) => clip.enrollmentId),
      each.map(({ weight }) => weight),
      each.map(({ concurrency }) => concurrency),
      spenders.list(),
      purses.list(),
      mayWait,
    ]);
  }
}
