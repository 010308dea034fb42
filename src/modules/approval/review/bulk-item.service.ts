import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Refusal, refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { approvalRefusals } from '../contract';
import { claimFor, claimOf } from '../domain/claim';
import type { StagedVerb } from '../domain/staged';
import type { SubmissionEntity } from '../submissions/submission.entity';
import { SubmissionMoveService } from '../submissions/submission-move.service';
import { SubmissionRepository } from '../submissions/submission.repository';
import { SubmissionsService } from '../submissions/submission.service';
import type { ReviewBatchEntity, BatchWords } from './review-batch.entity';
import { BatchRepository } from './batch.repository';
import { DecisionService } from './decision.service';

/** One submission of a batch: looked at, decided, taken back. Each in a transaction of its own. */
@Injectable()
export class BulkItemService {
  constructor(
    private readonly db: Database,
    private readonly rows: SubmissionRepository,
    private readonly submissions: SubmissionsService,
    private readonly moves: SubmissionMoveService,
    private readonly decisions: DecisionService,
    private readonly batches: BatchRepository,
  ) {}

  /** Why the verdict would be refused; `null`: it would be done. Asks what the act asks, and writes nothing. */
  async fault(me: Actor, verb: StagedVerb, words: BatchWords, id: string): Promise<Refusal | null> {
    return refused(async () => {
      const terms = await this.submissions.citable(me, id, words.statement?.rulingId);
      await this.db.tx(async (tx) => {
        const { row, isMine, now } = await this.open(tx, me, id);
        if (!isMine) await this.moves.judge(tx, row, 'claim', me);
        const claimed = { ...row, ...claimFor(me.id, now), state: 'in_review' as const };
        await this.moves.judge(tx, claimed, verb, me, { ...words, terms });
      });
    });
  }

  /** Claims it where nobody has it, and decides. What was reached before stays as it is. */
  async take(me: Actor, { id: batchId, verb, input }: ReviewBatchEntity, id: string): Promise<void> {
    const fault = await refused(async () => {
      const terms = await this.submissions.citable(me, id, input.statement?.rulingId);
      await this.db.tx(async (tx) => {
        const item = await this.batches.lockItem(tx, batchId, id);
        if (item === null || item.result !== null) return;
        const { row, isMine } = await this.open(tx, me, id);
        const held = isMine ? row : await this.moves.act(tx, row, 'claim', me);
        await this.decisions.act(tx, held, verb, me, { ...input, terms, batchId });
        await this.batches.settle(tx, item, 'done');
      });
    });
    if (fault === null) return;
    await this.db.tx(async (tx) => {
      const item = await this.batches.lockItem(tx, batchId, id);
      if (item?.result === null) await this.batches.settle(tx, item, 'refused', fault.code);
    });
  }

  /** Takes the verdict back and gives the submission back to the queue; what has left already stays done. */
  async undo(me: Actor, batchId: string, id: string): Promise<void> {
    await refused(() =>
      this.db.tx(async (tx) => {
        const item = await this.batches.lockItem(tx, batchId, id);
        const row = item?.result === 'done' ? await this.rows.lock(tx, id) : null;
        if (item === null || row?.staged?.batchId !== batchId) return;
        await this.decisions.undo(tx, row, me);
        const free = await this.rows.lock(tx, id);
        if (free !== null) await this.moves.act(tx, free, 'release', me);
        await this.batches.settle(tx, item, 'undone');
      }),
    );
  }

  private async open(
    tx: Tx,
    me: Actor,
    id: string,
  ): Promise<{ row: SubmissionEntity; isMine: boolean; now: Date }> {
    const row = await this.rows.lock(tx, id);
    if (row === null) throw refusal(approvalRefusals, 'not_found');
    const now = await this.rows.time(tx);
    const isMine = row.state === 'in_review' && claimOf(row, me.id, now) === 'mine';
    // a verdict that waits to leave is not given twice, and not carried over into this batch
    if (isMine && row.staged !== null) throw refusal(approvalRefusals, 'decided_just_now');
    return { row, isMine, now };
  }
}

async function refused(work: () => Promise<void>): Promise<Refusal | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
