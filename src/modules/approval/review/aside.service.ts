import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { approvalRefusals } from '../contract';
import { NO_ASSIGNMENT } from '../domain/assignment';
import type { SubmissionEntity } from '../submissions/submission.entity';
import { SubmissionMoveService } from '../submissions/submission-move.service';
import { SubmissionRepository } from '../submissions/submission.repository';
import { ConflictService } from './conflict.service';
import { DecisionService } from './decision.service';
import { QueueRepository } from './queue.repository';
import type { SkipInput } from './review.dto';

/** Steps that put a submission out of one's own hands, and the one that takes a verdict back. */
@Injectable()
export class AsideService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly moves: SubmissionMoveService,
    private readonly decisions: DecisionService,
    private readonly queue: QueueRepository,
    private readonly conflicts: ConflictService,
    private readonly idempotency: Idempotency,
  ) {}

  /** Takes one's own verdict back before it leaves. Refuses `nothing_to_undo`. */
  async undo(me: Actor, once: Once, id: string): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      await this.decisions.undo(tx, await this.locked(tx, id), me);
      return { id };
    });
  }

  /** Passes it on with a reason: it is not offered to this reviewer again for a day, and free for everybody else. */
  async skip(me: Actor, once: Once, id: string, { reason, note }: SkipInput): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      const row = await this.locked(tx, id);
      // a lapsed claim is no claim: passing on what one does not hold any more is no step, only a reason
      if (row.state === 'in_review' && row.claimedBy === me.id) await this.moves.act(tx, row, 'release', me);
      if (row.assignedTo === me.id) await this.submissions.update(tx, id, NO_ASSIGNMENT);
      await this.queue.insertSkip(tx, { submissionId: id, reviewerId: me.id, reason, note: note ?? null });
      return { id };
    });
  }

  /** Declares that one cannot be fair to its artist: it goes back, and none of theirs is offered again. */
  async recuse(me: Actor, once: Once, id: string, reason: string): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      const row = await this.locked(tx, id);
      if (row.personId === me.id) throw refusal(approvalRefusals, 'own_work');
      if (row.claimedBy === me.id && row.state === 'in_review') {
        if (row.staged !== null) throw refusal(approvalRefusals, 'decided_just_now');
        await this.moves.act(tx, row, 'release', me);
      }
      await this.conflicts.declare(tx, me, row, reason);
      return { id };
    });
  }

  private async locked(tx: Tx, id: string): Promise<SubmissionEntity> {
    const row = await this.submissions.lock(tx, id);
    if (row === null || row.state === 'draft') throw refusal(approvalRefusals, 'not_found');
    return row;
  }
}
