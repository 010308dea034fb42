import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { available, decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { moneyView } from '../../../platform/http/money.dto';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { CallApplicationRepository } from '../applications/call-application.repository';
import type { CallApplicationEntity } from '../applications/call-application.entity';
import type { CallEntity } from '../calls/call.entity';
import { CallRepository } from '../calls/call.repository';
import { grantsRefusals } from '../contract';
import { reviewWorkflow, type ReviewFacts, type ReviewVerb } from '../domain/review.workflow';
import { unscored, weighted } from '../../enrollment/contract';
import { AssignmentService } from './assignment.service';
import type { ReviewBody, ReviewPage, ReviewQuery, ReviewView } from './review.dto';
import type { ReviewEntity } from './review.entity';
import { ReviewRepository } from './review.repository';

/** A reviewer's own work. Nothing here says whose application it is. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly calls: CallRepository,
    private readonly applications: CallApplicationRepository,
    private readonly reviews: ReviewRepository,
    private readonly assignments: AssignmentService,
    private readonly audit: AuditService,
  ) {}

  async mine(me: Actor, { state, cursor, limit }: ReviewQuery): Promise<ReviewPage> {
    const { items, next } = await this.reviews.mine(me.id, state, cursor, limit);
    return { items: await Promise.all(items.map((row) => this.shown(me, row))), next };
  }

  /** Refuses `not_found` for everybody but its reviewer, and for whoever has recused themselves. */
  async get(me: Actor, id: string): Promise<ReviewView> {
    const row = await this.reviews.find(id);
    if (row === null || row.reviewerId !== me.id || row.state === 'recused')
      throw refusal(grantsRefusals, 'not_found');
    return this.shown(me, row);
  }

  /** Completes, reopens before the ranking, or recuses oneself: somebody else is asked then, and access ends. */
  async act(once: Once, me: Actor, id: string, verb: ReviewVerb, body: ReviewBody): Promise<ReviewView> {
    const seen = await this.reviews.find(id);
    if (seen === null || seen.reviewerId !== me.id) throw refusal(grantsRefusals, 'not_found');
    return this.idempotency.run(once, async (tx) => {
      const call = await this.calls.lock(tx, seen.callId);
      const application = await this.applications.lock(tx, seen.applicationId);
      const row = await this.reviews.lock(tx, id);
      const scores = verb === 'complete' ? body.scores : row.scores;
      const facts = this.facts(me, call, application, row, unscored(call.rubric, scores));
      const decision = decide(reviewWorkflow, row.state, verb, me, facts);
      if (decision.kind === 'refused') {
        if (decision.code === 'scores_missing')
          throw refusal(grantsRefusals, 'scores_missing', { missing: facts.unscored });
        throw refusedMove(grantsRefusals, decision.code, reviewWorkflow, row.state, verb);
      }
      if (decision.kind === 'already') return this.view(me, call, application, row);
      const { panelNote, applicantComment } = body;
      const known = Object.fromEntries(call.rubric.map(({ key }) => [key, scores[key] ?? 0]));
      const score = weighted(call.rubric, known);
      if (verb === 'complete')
        await this.reviews.write(tx, id, { scores: known, score, panelNote, applicantComment });
      await this.reviews.move(tx, { id, verb, from: row.state, to: decision.to, actor: me });
      await this.audit.record(tx, me, `grant_review.${verb}`, id, {
        callId: call.id,
        applicationId: application.id,
      });
      if (verb === 'recuse') await this.replace(tx, me, call, row, panelNote);
      return this.view(me, call, application, await this.reviews.lock(tx, id));
    });
  }

  private async replace(tx: Tx, me: Actor, call: CallEntity, row: ReviewEntity, note: string): Promise<void> {
    const { applicationId, reviewerId } = row;
    await this.reviews.addConflict(tx, call.id, { applicationId, reviewerId, kind: 'recused', note });
    await this.assignments.fill(tx, me, call);
  }

  private facts(
    me: Actor,
    call: CallEntity,
    application: CallApplicationEntity,
    row: ReviewEntity,
    missing: readonly string[],
  ): ReviewFacts {
    return {
      isOwn: row.reviewerId === me.id,
      call: call.state,
      unscored: missing,
      isOpen: application.state === 'in_review' && call.rankedAt === null,
    };
  }

  private async shown(me: Actor, row: ReviewEntity): Promise<ReviewView> {
    const [call, application] = await Promise.all([
      this.calls.get(row.callId),
      this.applications.find(row.applicationId),
    ]);
    if (application === null) throw refusal(grantsRefusals, 'not_found');
    return this.view(me, call, application, row);
  }

  private view(
    me: Actor,
    call: CallEntity,
    application: CallApplicationEntity,
    row: ReviewEntity,
  ): ReviewView {
    const isRecused = row.state === 'recused';
    return {
      id: row.id,
      callId: call.id,
      callTitle: call.title,
      applicationId: application.id,
      state: row.state,
      rubric: call.rubric.map((criterion) => ({ ...criterion, anchors: [...criterion.anchors] })),
      statement: isRecused ? '' : application.statement,
      budgetLines: isRecused ? [] : application.budgetLines.map(({ what, amount }) => ({ what, amount })),
      works: isRecused ? [] : [...application.works],
      requested: moneyView({ amount: application.requested, currency: call.currency }),
      scores: { ...row.scores },
      score: row.score === null ? null : row.score / 100,
      panelNote: row.panelNote,
      applicantComment: row.applicantComment,
      available: available(reviewWorkflow, row.state, me, this.facts(me, call, application, row, [])),
    };
  }
}
