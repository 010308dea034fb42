import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { may } from '../../access/contract';
import { AuditService } from '../../audit';
import { approvalRefusals } from '../contract';
import { holdOf, latestHold, NO_HOLD } from '../domain/hold';
import type { SubmissionEntity } from '../submissions/submission.entity';
import { SubmissionMoveService } from '../submissions/submission-move.service';
import { SubmissionRepository } from '../submissions/submission.repository';
import type { HoldInput } from './hold.dto';

/** Waiting for something from elsewhere: not offered to anybody meanwhile, and the clock goes on. */
@Injectable()
export class HoldService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly moves: SubmissionMoveService,
    private readonly audit: AuditService,
    private readonly idempotency: Idempotency,
  ) {}

  /** Puts what one has claimed on hold; the claim ends with it. Refuses `hold_outside`, and what a release refuses. */
  async hold(me: Actor, once: Once, id: string, { reason, note, until }: HoldInput): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      const row = await this.locked(tx, id);
      const heldUntil = new Date(until);
      const now = await this.submissions.time(tx);
      const latest = latestHold(row.dueAt, now);
      if (heldUntil <= now || heldUntil > latest)
        throw refusal(approvalRefusals, 'hold_outside', { latest: latest.toISOString() });
      if ((await this.moves.act(tx, row, 'release', me)) === row)
        throw refusal(approvalRefusals, 'not_claimed', { state: row.state });
      const heldNote = note?.trim() || null;
      const hold = { heldBy: me.id, heldUntil, heldReason: reason, heldNote };
      await this.submissions.update(tx, id, hold);
      await this.audit.record(tx, me, 'approval.hold', id, { reason, until, note: heldNote });
      return { id };
    });
  }

  /** Ends a hold before its time: one's own, or anybody's for managers. Refuses `not_on_hold` and `not_your_hold`. */
  async unhold(me: Actor, once: Once, id: string): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      const row = await this.locked(tx, id);
      const hold = holdOf(row, me.id, await this.submissions.time(tx));
      if (hold === 'none') throw refusal(approvalRefusals, 'not_on_hold', { state: row.state });
      if (hold === 'other' && !may(me, 'submission.steer')) throw refusal(approvalRefusals, 'not_your_hold');
      await this.submissions.update(tx, id, NO_HOLD);
      await this.audit.record(tx, me, 'approval.unhold', id, { by: row.heldBy });
      return { id };
    });
  }

  private async locked(tx: Tx, id: string): Promise<SubmissionEntity> {
    const row = await this.submissions.lock(tx, id);
    if (row === null || row.state === 'draft') throw refusal(approvalRefusals, 'not_found');
    return row;
  }
}
