import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import type { NewBrief } from '../domain/brief';
import type { BatchView, GenerationView } from '../generation.dto';
import type { NewGeneration } from '../generation.repository';
import { SUBMIT, SUBMIT_BRIEFED } from './batch.sql';

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
  /** Purses that pay, each the whole price. */
  readonly accounts: readonly string[];
  readonly holds: readonly { readonly reference: string; readonly account: string }[];
  readonly ids: readonly string[];
  readonly seeds: readonly number[];
  /** What its clips have in common. */
  readonly clip: Omit<NewGeneration, 'id' | 'seed' | 'state' | 'arrival'>;
  /** What was asked for besides the fields of a clip; `null`: nothing. */
  readonly brief: NewBrief | null;
  /** The answer for its first clip as if it were queued; the database fills in what it decides. */
  readonly view: GenerationView;
}

/** What became of one request. Only the members of its `outcome` say something. */
export interface BatchOutcome {
  /** The request's place in its group, from 1. */
  readonly n: number;
  readonly outcome:
    | 'accepted' | 'known' | 'twin' | 'reused' | 'in_flight' | 'later' | 'queue_full' | 'insufficient'; // prettier-ignore
  readonly answer: BatchView | null;
  readonly twin: number | null;
  readonly states: ('queued' | 'throttled')[] | null;
  readonly revisions: bigint[] | null;
  readonly instant: string;
  readonly open_count: number | null;
  readonly account: string | null;
  readonly available: bigint | null;
  readonly needed: bigint | null;
}

/** The row of `generation_order` as JSON. */
function rowOf({ clip, holds, onceKey, budgetKey, ...order }: BatchOrder): object {
  return {
    ...order,
    once_key: onceKey,
    budget_key: budgetKey,
    hold_references: holds.map(({ reference }) => reference),
    hold_accounts: holds.map(({ account }) => account),
    batch_id: clip.batchId,
    enrollment_id: clip.enrollmentId,
    program_id: clip.programId,
    person_id: clip.personId,
    key_id: clip.keyId,
    prompt: clip.prompt,
    negative_prompt: clip.negativePrompt,
    style: clip.style,
    seconds: clip.seconds,
    resolution: clip.resolution,
    aspect: clip.aspect,
    fps: clip.fps,
    width: clip.width,
    height: clip.height,
    draft: clip.draft,
    project: clip.project,
    promoted_from: clip.promotedFrom,
    mark: clip.mark,
    credits: Number(clip.credits),
    price_version: clip.priceVersion,
    provider: clip.provider,
    pool: clip.pool,
    cost_seconds: clip.costSeconds,
  };
}

@Injectable()
export class BatchRepository {
  constructor(private readonly db: Database) {}

  /**
   * Decides and writes a group of requests in one statement and one commit; outcomes in the order of the requests. Only
   * a group of one artist may wait for that artist's flow; otherwise a flow that is busy makes its requests `later`.
   */
  async submit(orders: readonly BatchOrder[], mayWait: boolean): Promise<BatchOutcome[]> {
    const sql = orders.some(({ brief }) => brief !== null) ? SUBMIT_BRIEFED : SUBMIT;
    const rows = await this.db.alone<BatchOutcome & Record<string, unknown>>(sql, [
      JSON.stringify(orders.map(rowOf)),
      mayWait,
    ]);
    return rows.toSorted((a, b) => a.n - b.n);
  }
}
