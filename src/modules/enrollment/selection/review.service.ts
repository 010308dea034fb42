import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { ApplicationRepository } from '../applications/application.repository';
import { enrollmentRefusals } from '../contract';
import { plainText } from '../domain/form';
import { reviewWorkflow, type ReviewVerb } from '../domain/review.workflow';
import { unscored, weighted } from '../domain/rubric';
import { AssignmentService } from './assignment.service';
import type { ApplicationReviewBody, ApplicationReviewView } from './review.dto';
import { ReviewRepository } from './review.repository';
import { ReviewingService } from './reviewing.service';

/** Scoring: complete, change, recuse oneself. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly applications: ApplicationRepository,
    private readonly reviews: ReviewRepository,
    private readonly assignments: AssignmentService,
    private readonly reading: ReviewingService,
    private readonly audit: AuditService,
  ) {}

  /** Refuses `scores_missing`, `review_over`, `rubric_missing`; somebody else's review is `not_found`. */
  async act(
    once: Once,
    me: Actor,
    id: string,
    verb: ReviewVerb,
    body: ApplicationReviewBody,
  ): Promise<ApplicationReviewView> {
    await this.reading.own(me, id);
    await this.idempotency.run(once, async (tx) => {
      const row = await this.reviews.lock(tx, id);
      const application = await this.applications.lock(tx, row.applicationId);
      const rubric = await this.reading.rubric(application, tx);
      if (verb === 'complete' && rubric.length === 0) throw refusal(enrollmentRefusals, 'rubric_missing');
      const missing = verb === 'complete' ? unscored(rubric, body.scores) : [];
      const isOpen = application.state === 'in_review';
      const facts = { isOwn: row.reviewerId === me.id, isOpen, unscored: missing };
      const decision = decide(reviewWorkflow, row.state, verb, me, facts);
      if (decision.kind === 'already') return { id };
      if (decision.kind === 'refused') {
        if (decision.code === 'scores_missing')
          throw refusal(enrollmentRefusals, 'scores_missing', { missing });
        throw refusedMove(enrollmentRefusals, decision.code, reviewWorkflow, row.state, verb);
      }
      const panelNote = plainText(body.panelNote);
      if (verb === 'complete') {
        const scores = Object.fromEntries(rubric.map(({ key }) => [key, body.scores[key] ?? 0]));
        const applicantComment = plainText(body.applicantComment);
        await this.reviews.write(tx, id, {
          scores,
          score: weighted(rubric, scores),
          panelNote,
          applicantComment,
        });
      }
      await this.reviews.move(tx, { id, verb, from: row.state, to: decision.to, actor: me });
      await this.reviews.sum(tx, application.id);
      const { programId } = row;
      await this.audit.record(tx, me, `application_review.${verb}`, id, {
        programId,
        applicationId: application.id,
      });
      if (verb === 'recuse') await this.assignments.replace(tx, me, programId, application.id, panelNote);
      return { id };
    });
    return this.reading.get(me, id);
  }
}
