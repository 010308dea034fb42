import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../kernel/actor';
import { decodeCursor, toPage } from '../../kernel/page';
import { refusal } from '../../kernel/refusal';
import { decide } from '../../kernel/workflow';
import { Database, type Tx } from '../../platform/db/database';
import { Idempotency, type Once } from '../../platform/idempotency/idempotency';
import type {
  PayoutBatchDetailView,
  PayoutBatchPage,
  PayoutBatchQuery,
  PayoutBatchVerbInput,
} from './batch.dto';
import type { PayoutBatchEntity } from './batch.entity';
import { BatchRepository } from './batch.repository';
import { BookService } from './book.service';
import { payoutsRefusals } from './contract';
import { batchWorkflow, type BatchFacts } from './domain/batch.workflow';
import { PayoutRepository } from './payout.repository';
import { factsOf, ViewService } from './view.service';

/** Seconds after which a batch that should have gone on by an event is looked at again. */
const UNTOUCHED_S = 15;

type PersonVerb = 'approve' | 'cancel' | 'send' | 'pause' | 'resume' | 'stop';

/** Batches of payouts: reading them, deciding about them, and what follows by itself. */
@Injectable()
export class BatchService {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly batches: BatchRepository,
    private readonly payouts: PayoutRepository,
    private readonly book: BookService,
    private readonly views: ViewService,
  ) {}

  async list({ cursor, limit, programId, state }: PayoutBatchQuery, viewer: Actor): Promise<PayoutBatchPage> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.batches.list({ programId, state }, before, limit + 1);
    const paying = await this.payouts.listBatchesPaying(
      viewer.id,
      rows.map(({ id }) => id),
    );
    const page = toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
    return { items: await this.views.batches(page.items, viewer, (id) => paying.has(id)), next: page.next };
  }

  async get(id: string, viewer: Actor): Promise<PayoutBatchDetailView> {
    const batch = await this.batches.find(id);
    if (batch === null) throw refusal(payoutsRefusals, 'not_found');
    return this.views.batch(batch, viewer);
  }

  /** Takes a person's step. The first of two approvals is written down and leaves the batch a draft. */
  async act(
    id: string,
    verb: PersonVerb,
    input: PayoutBatchVerbInput,
    actor: Actor,
    once: Once,
  ): Promise<PayoutBatchDetailView> {
    return this.idempotency.run(once, async (tx) => {
      const batch = await this.lock(tx, id);
      const facts = await this.personFacts(tx, batch, input.hash, actor);
      if (verb === 'approve') await this.approve(tx, batch, facts, actor);
      else {
        const note = input.reason === undefined ? {} : { reason: input.reason };
        const hasMoved = await this.book.moveBatch(tx, batch, verb, actor, facts, note);
        if (hasMoved) await this.follow(tx, batch, verb, input.reason, actor);
      }
      return this.views.batch((await this.batches.find(id, tx.manager)) ?? batch, actor, tx);
    });
  }

  /** An approved batch begins to be sent. Does nothing in any other state. */
  async sendApproved(tx: Tx, id: string): Promise<void> {
    const batch = await this.lock(tx, id);
    if (batch.state === 'approved')
      await this.book.moveBatch(tx, batch, 'send', SYSTEM, factsOf(batch, SYSTEM, false));
  }

  /** A batch whose payouts all have an outcome is done. Does nothing otherwise. */
  async finishEnded(tx: Tx, id: string): Promise<void> {
    const batch = await this.lock(tx, id);
    const facts = { ...factsOf(batch, SYSTEM, false), open: (await this.payouts.hasOpen(tx, id)) ? 1 : 0 };
    if (decide(batchWorkflow, batch.state, 'finish', SYSTEM, facts).kind === 'move')
      await this.book.moveBatch(tx, batch, 'finish', SYSTEM, facts);
  }

  /** Ids of the first of a batch's payouts that are still to be sent; the sweep wakes the others. */
  async listUnsent(tx: Tx, id: string): Promise<string[]> {
    return this.payouts.listUnsent(id, tx);
  }

  /** Goes on where an event was given up. */
  async sweep(): Promise<void> {
    for (const { id, state } of await this.batches.listWaiting(UNTOUCHED_S))
      await this.db.tx((tx) => (state === 'approved' ? this.sendApproved(tx, id) : this.finishEnded(tx, id)));
  }

  private async approve(tx: Tx, batch: PayoutBatchEntity, facts: BatchFacts, actor: Actor): Promise<void> {
    const decision = decide(batchWorkflow, batch.state, 'approve', actor, facts);
    const isFirstOfTwo = decision.kind === 'refused' && decision.code === 'second_approval_missing';
    if (decision.kind === 'move' || isFirstOfTwo)
      await this.batches.sign(tx, batch.id, actor.id, batch.approvedBy !== null);
    if (isFirstOfTwo) return this.book.note(tx, actor, 'approve_batch_first', batch);
    await this.book.moveBatch(tx, batch, 'approve', actor, facts, { hash: batch.contentHash });
  }

  /** What a person's step means for the payouts: `cancel` and `stop` give back what was not sent. */
  private async follow(
    tx: Tx,
    { id }: PayoutBatchEntity,
    verb: PersonVerb,
    reason: string | undefined,
    actor: Actor,
  ): Promise<void> {
    if (verb === 'pause') await this.batches.setPauseReason(tx, id, reason ?? null);
    if (verb === 'resume' || verb === 'stop') await this.batches.setPauseReason(tx, id, null);
    if (verb !== 'cancel' && verb !== 'stop') return;
    await this.book.cancelDrafts(tx, id, actor);
    let approved = await this.payouts.listApproved(tx, id);
    while (approved.length > 0) {
      for (const payoutId of approved) {
        const payout = await this.payouts.lock(tx, payoutId);
        if (payout?.state === 'approved') await this.book.movePayout(tx, payout, 'cancel', actor);
      }
      approved = await this.payouts.listApproved(tx, id);
    }
  }

  /** The facts of a person's step. The content is hashed anew: what is approved is what the rows say now. */
  private async personFacts(
    tx: Tx,
    batch: PayoutBatchEntity,
    hash: string | undefined,
    actor: Actor,
  ): Promise<BatchFacts> {
    const isPayee = await this.payouts.pays(tx, batch.id, actor.id);
    const isHashSeen =
      hash === batch.contentHash && (await this.batches.presentHash(tx, batch.id)) === batch.contentHash;
    return { ...factsOf(batch, actor, isPayee), isHashSeen };
  }

  private async lock(tx: Tx, id: string): Promise<PayoutBatchEntity> {
    const batch = await this.batches.lock(tx, id);
    if (batch === null) throw refusal(payoutsRefusals, 'not_found');
    return batch;
  }
}
