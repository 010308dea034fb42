import { Injectable } from '@nestjs/common';
import { toJsonInteger } from '../../../kernel/money';
import { refusal, type Refusal } from '../../../kernel/refusal';
import { GroupCommit } from '../../../platform/db/group-commit';
import { idempotencyRefusals } from '../../../platform/idempotency/idempotency';
import { accessRefusals } from '../../access';
import { ledgerRefusals } from '../../ledger';
import { generationRefusals } from '../contract';
import type { BatchView } from '../generation.dto';
import { DispatchBell } from '../pool/bell.service';
import { answerOf, type StoredAnswer } from './answer.mapping';
import { BatchRepository, type BatchOrder, type BatchOutcome } from './batch.repository';

/** What a request came to: its answer, or why not; `later`: somebody else holds its artist's flow just now. */
type Verdict = BatchView | Refusal | 'later';

/** Requests that arrive together are decided and written together, each by itself and in order. */
@Injectable()
export class SubmitService {
  private readonly groups = new GroupCommit<BatchOrder, Verdict>((orders) => this.commit(orders));
  /** Who came later waits for its flow alone: waiting for one while holding another could become a circle. */
  private readonly late = new GroupCommit<BatchOrder, Verdict>((orders) => this.commit(orders), { most: 1 });

  constructor(
    private readonly batches: BatchRepository,
    private readonly bell: DispatchBell,
  ) {}

  /**
   * The stored answer of the first request under the same Idempotency-Key, or a new one. Refuses `queue_full`,
   * `ledger.insufficient`, `idempotency.key_reused` and `idempotency.in_flight`; then nothing was written.
   */
  async submit(order: BatchOrder): Promise<BatchView> {
    let verdict = await this.groups.add(order);
    if (verdict === 'later') verdict = await this.late.add(order);
    if (verdict === 'later') throw new Error(`the flow of ${order.clip.enrollmentId} could not be locked`);
    if ('batchId' in verdict) return verdict;
    throw verdict;
  }

  private async commit(orders: readonly BatchOrder[]): Promise<readonly Verdict[]> {
    const [first] = orders;
    const isOneFlow = orders.every(({ clip }) => clip.enrollmentId === first?.clip.enrollmentId);
    const outcomes = await this.batches.submit(orders, isOneFlow);
    if (outcomes.some(({ outcome }) => outcome === 'accepted')) this.bell.ring();
    const verdicts: Verdict[] = [];
    for (const [place, order] of orders.entries()) {
      verdicts.push(verdictOf(order, outcomes[place] as BatchOutcome, verdicts));
    }
    return verdicts;
  }
}

function verdictOf(order: BatchOrder, it: BatchOutcome, before: readonly Verdict[]): Verdict {
  switch (it.outcome) {
    case 'accepted':
      return answerTo(order, it);
    case 'known':
      return answerAgain(it.answer as StoredAnswer);
    case 'twin':
      return before[(it.twin ?? 0) - 1] as Verdict;
    case 'reused':
      return refusal(idempotencyRefusals, 'key_reused');
    case 'later':
      return 'later';
    case 'in_flight':
      return refusal(idempotencyRefusals, 'in_flight');
    case 'queue_full': {
      const { concurrency, queued, ids } = order;
      const caps = { limit: concurrency + queued, concurrency, queued };
      return refusal(generationRefusals, 'queue_full', { open: it.open_count, asked: ids.length, ...caps });
    }
    case 'key_stopped':
      return refusal(accessRefusals, 'key_stopped');
    case 'key_open_cap':
    case 'key_hour_cap':
    case 'key_day_cap':
      return refusal(accessRefusals, it.outcome, {
        available: toJsonInteger(it.available ?? 0n),
        needed: toJsonInteger(it.needed ?? 0n),
      });
    case 'insufficient':
      return refusal(ledgerRefusals, 'insufficient', {
        account: it.account,
        available: toJsonInteger(it.available ?? 0n),
        needed: toJsonInteger(it.needed ?? 0n),
      });
  }
}

/** The same as a repeated request gets of what the database has stored. */
function answerTo({ clip, ids, seeds, view }: BatchOrder, it: BatchOutcome): BatchView {
  const revisions = (it.revisions ?? '').split(',').map(Number);
  const { batchId } = clip;
  return answerOf({ batchId, ids, seeds, view, room: it.room ?? 0, revisions, instant: it.instant });
}

const answerAgain = (stored: StoredAnswer): BatchView => ('ids' in stored ? answerOf(stored) : stored);
