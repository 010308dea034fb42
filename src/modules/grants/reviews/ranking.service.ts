import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { DrawService } from '../../draw';
import { CallApplicationRepository } from '../applications/call-application.repository';
import { CallRepository } from '../calls/call.repository';
import { tieDraw } from '../calls/call-steps.service';
import { grantsRefusals } from '../contract';
import { rank } from '../../enrollment/contract';
import { ReviewRepository } from './review.repository';
import { scoresOf } from './review.mapping';

/** Makes the ranking of a call, once: reviews stand still after it, and the seed that decides ties becomes public. */
@Injectable()
export class RankingService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly calls: CallRepository,
    private readonly applications: CallApplicationRepository,
    private readonly reviews: ReviewRepository,
    private readonly draws: DrawService,
    private readonly audit: AuditService,
  ) {}

  /** Refuses `call_not_closed`, and `quorum_missing` with the applications that lack reviews. Again: the same. */
  async make(once: Once, me: Actor, callId: string): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      const call = await this.calls.lock(tx, callId);
      if (call.rankedAt !== null) return {};
      if (call.state !== 'closed') throw refusal(grantsRefusals, 'call_not_closed');
      const inReview = (await this.applications.among(tx, callId, ['in_review'])).map(({ id }) => id);
      const reviewed = scoresOf(inReview, await this.reviews.ofCall(tx, callId));
      const short = reviewed.filter(({ scores }) => scores.length < call.quorum);
      if (short.length > 0)
        throw refusal(grantsRefusals, 'quorum_missing', {
          applications: short.map((one) => one.applicationId),
        });
      const handedIn = await this.applications.handedIn(tx, callId);
      const { order } =
        handedIn.length === 0
          ? { order: [] }
          : await this.draws.reveal(
              tx,
              me,
              tieDraw(callId),
              handedIn.map(({ id }) => id),
            );
      const ranked = rank(reviewed, order, call.quorum);
      await this.applications.setRanks(
        tx,
        ranked.map((one) => one.applicationId),
        ranked.map((one) => one.rank ?? ranked.length),
      );
      await this.calls.stamp(tx, callId, 'ranked_at');
      await this.audit.record(tx, me, 'call.rank', callId, { ranked: ranked.length });
      return {};
    });
  }
}
