import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { Outbox } from '../../../platform/outbox/outbox';
import { PeopleService } from '../../access';
import { AuditService } from '../../audit';
import { approvalRefusals, submissionAssigned } from '../contract';
import { NO_ASSIGNMENT, unfit } from '../domain/assignment';
import { claimOf } from '../domain/claim';
import { holdOf, NO_HOLD } from '../domain/hold';
import type { SubmissionEntity } from '../submissions/submission.entity';
import { SubmissionRepository } from '../submissions/submission.repository';
import type { ReviewerChoice } from './assignment.dto';
import { AssignmentRepository } from './assignment.repository';

const WAITING: readonly string[] = ['submitted', 'in_review', 'escalated'];

/** A manager asks one reviewer; the others are not offered it. Deadline and rules stay as they are. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly assignments: AssignmentRepository,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
  ) {}

  /** Reviewers with an open account, by name; with whom somebody has a conflict is told to nobody. */
  async choices(me: Actor, id: string): Promise<ReviewerChoice[]> {
    const row = await this.submissions.find(id);
    if (row === null || row.state === 'draft') throw refusal(approvalRefusals, 'not_found');
    this.mustBeStranger(me, row);
    const reviewers = await this.reviewers();
    const declared = await this.assignments.declared(row.personId, [...reviewers.keys()]);
    const fit = (one: string): boolean =>
      unfit(row, { id: one, isReviewer: true, isDeclared: declared.has(one) }) === null;
    return [...reviewers]
      .map(([one, name]) => ({ id: one, name, mayBeAsked: fit(one) }))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  }

  /**
   * Assigns what waits to a reviewer, who is told; one who had it before has it no longer, and a hold of somebody else ends. Refuses
   * `assignee_unfit`, `claimed_by_other` while another one is at it, and one's own work.
   */
  async assign(me: Actor, once: Once, id: string, reviewerId: string): Promise<void> {
    const isReviewer = (await this.reviewers()).has(reviewerId);
    await this.idempotency.run(once, async (tx) => {
      const row = await this.locked(tx, id, me);
      const isDeclared = (await this.assignments.declared(row.personId, [reviewerId], tx)).has(reviewerId);
      const why = unfit(row, { id: reviewerId, isReviewer, isDeclared });
      if (why !== null) throw refusal(approvalRefusals, 'assignee_unfit', { reviewerId });
      const now = await this.submissions.time(tx);
      if (row.staged !== null) throw refusal(approvalRefusals, 'decided_just_now');
      if (claimOf(row, reviewerId, now) === 'other')
        throw refusal(approvalRefusals, 'claimed_by_other', { until: row.claimedUntil?.toISOString() });
      const freed = holdOf(row, reviewerId, now) === 'other' ? NO_HOLD : {};
      await this.submissions.update(tx, id, { assignedTo: reviewerId, assignedBy: me.id, ...freed });
      await this.audit.record(tx, me, 'approval.assign', id, { reviewerId, before: row.assignedTo });
      const told = { personId: reviewerId, submissionId: id, title: row.title };
      if (row.assignedTo !== reviewerId) await this.outbox.add(tx, submissionAssigned, told);
      return { id };
    });
  }

  /** Refuses `not_assigned`. */
  async unassign(me: Actor, once: Once, id: string): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      const row = await this.locked(tx, id, me);
      if (row.assignedTo === null) throw refusal(approvalRefusals, 'not_assigned');
      await this.submissions.update(tx, id, NO_ASSIGNMENT);
      await this.audit.record(tx, me, 'approval.unassign', id, { reviewerId: row.assignedTo });
      return { id };
    });
  }

  private async locked(tx: Tx, id: string, me: Actor): Promise<SubmissionEntity> {
    const row = await this.submissions.lock(tx, id);
    if (row === null || row.state === 'draft') throw refusal(approvalRefusals, 'not_found');
    this.mustBeStranger(me, row);
    if (!WAITING.includes(row.state)) throw refusal(approvalRefusals, 'wrong_state', { state: row.state });
    return row;
  }

  /** Nobody chooses who judges them. */
  private mustBeStranger(me: Actor, row: SubmissionEntity): void {
    if (row.personId === me.id) throw refusal(approvalRefusals, 'own_work');
    if (row.coAuthorIds.includes(me.id)) throw refusal(approvalRefusals, 'conflict_of_interest');
  }

  private async reviewers(): Promise<Map<string, string>> {
    const { items } = await this.people.list({ role: 'reviewer', state: 'active', limit: 500 });
    return new Map(items.map(({ id, name }) => [id, name]));
  }
}
