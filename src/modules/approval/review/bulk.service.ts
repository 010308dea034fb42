import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { approvalRefusals } from '../contract';
import { SubmissionRepository } from '../submissions/submission.repository';
import type { ReviewBatchEntity } from './review-batch.entity';
import { BatchRepository } from './batch.repository';
import type { BulkInput, BulkItemView, BulkPreview, BulkView } from './bulk.dto';
import { BulkItemService } from './bulk-item.service';

const says = (code: string | null): string | null =>
  code !== null && Object.hasOwn(approvalRefusals.rows, code)
    ? approvalRefusals.rows[code as keyof typeof approvalRefusals.rows].says
    : null;

/** The same verdict over several submissions: shown beforehand, answered for each, taken back as a whole. */
@Injectable()
export class BulkService {
  constructor(
    private readonly batches: BatchRepository,
    private readonly items: BulkItemService,
    private readonly submissions: SubmissionRepository,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditService,
  ) {}

  /** What would come of each. Nothing is claimed, decided or kept. */
  async preview(me: Actor, { verb, ids, ...words }: BulkInput): Promise<BulkPreview> {
    const titles = await this.submissions.titles(ids);
    const items: BulkItemView[] = [];
    for (const id of ids) {
      const fault = await this.items.fault(me, verb, words, id);
      items.push({
        submissionId: id,
        title: fault?.code === 'not_found' ? '' : (titles.get(id) ?? ''),
        result: fault === null ? 'ready' : 'refused',
        code: fault?.code ?? null,
        says: fault?.message ?? null,
      });
    }
    return { verb, ready: items.filter(({ result }) => result === 'ready').length, items };
  }

  /**
   * Gives the verdict over each by itself: one that is refused keeps none of the others back. Sent again under the same
   * key it goes on where it was cut off.
   */
  async act(me: Actor, once: Once, { verb, ids, ...input }: BulkInput): Promise<BulkView> {
    const { id } = await this.idempotency.run(once, async (tx) => {
      const batch = { id: newId('rbt'), reviewerId: me.id, verb, input };
      await this.batches.insert(tx, batch, ids);
      await this.audit.record(tx, me, 'approval.decide_in_bulk', batch.id, { verb, ids });
      return { id: batch.id };
    });
    const batch = await this.own(me, id);
    for (const { submissionId, result } of await this.batches.items(id))
      if (result === null) await this.items.take(me, batch, submissionId);
    return this.view(batch);
  }

  /** Takes all back that has not left; each says what came of it. */
  async undo(me: Actor, id: string): Promise<BulkView> {
    const batch = await this.own(me, id);
    for (const { submissionId, result } of await this.batches.items(id))
      if (result === 'done') await this.items.undo(me, id, submissionId);
    return this.view(batch);
  }

  async get(me: Actor, id: string): Promise<BulkView> {
    return this.view(await this.own(me, id));
  }

  private async own(me: Actor, id: string): Promise<ReviewBatchEntity> {
    const batch = await this.batches.find(id, me.id);
    if (batch === null) throw refusal(approvalRefusals, 'not_found');
    return batch;
  }

  private async view({ id, verb }: ReviewBatchEntity): Promise<BulkView> {
    const rows = await this.batches.items(id);
    const ids = rows.map(({ submissionId }) => submissionId);
    const [titles, ends] = await Promise.all([
      this.submissions.titles(ids),
      this.submissions.stagedUntil(ids, id),
    ]);
    const items = rows.map(({ submissionId, result, code }): BulkItemView => ({
      submissionId,
      title: code === 'not_found' ? '' : (titles.get(submissionId) ?? ''),
      result: result ?? 'waiting',
      code,
      says: says(code),
    }));
    const done = items.filter(({ result }) => result === 'done').length;
    return { id, verb, done, undoUntil: ends?.toISOString() ?? null, items };
  }
}
