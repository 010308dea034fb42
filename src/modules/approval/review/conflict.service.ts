import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { approvalRefusals } from '../contract';
import type { SubmissionEntity } from '../submissions/submission.entity';
import { SubmissionRepository } from '../submissions/submission.repository';
import { AssignmentRepository } from './assignment.repository';
import { ConflictRepository } from './conflict.repository';
import type { ReviewConflictView } from './review.dto';

/** Conflicts of interest that reviewers declare themselves. The artist's name is not in them. */
@Injectable()
export class ConflictService {
  constructor(
    private readonly db: Database,
    private readonly conflicts: ConflictRepository,
    private readonly submissions: SubmissionRepository,
    private readonly assignments: AssignmentRepository,
    private readonly audit: AuditService,
  ) {}

  /** Refuses `already_declared` for one that stands. */
  async declare(tx: Tx, me: Actor, row: SubmissionEntity, reason: string): Promise<void> {
    const conflict = {
      id: newId('cfl'),
      reviewerId: me.id,
      artistId: row.personId,
      submissionId: row.id,
      reason,
    };
    if (!(await this.conflicts.insert(tx, conflict))) throw refusal(approvalRefusals, 'already_declared');
    await this.audit.record(tx, me, 'approval.declare_conflict', row.id, { conflictId: conflict.id, reason });
    for (const id of await this.assignments.freeFrom(tx, me.id, row.personId))
      await this.audit.record(tx, me, 'approval.unassign', id, { reviewerId: me.id });
  }

  /** One's own that stand, newest first, by the title at which they were declared. */
  async list(me: Actor): Promise<ReviewConflictView[]> {
    const rows = await this.conflicts.list(me.id);
    const titles = await this.submissions.titles(rows.map(({ submissionId }) => submissionId));
    return rows.map(({ id, submissionId, reason, declaredAt }) => ({
      id,
      submissionId,
      title: titles.get(submissionId) ?? '',
      reason,
      declaredAt: declaredAt.toISOString(),
    }));
  }

  async withdraw(me: Actor, id: string): Promise<ReviewConflictView[]> {
    await this.db.tx(async (tx) => {
      if (!(await this.conflicts.withdraw(tx, me.id, id))) throw refusal(approvalRefusals, 'not_found');
      await this.audit.record(tx, me, 'approval.withdraw_conflict', id, {});
    });
    return this.list(me);
  }
}
