import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import { PeopleService } from '../../access';
import { DrawService } from '../../draw';
import { CallApplicationRepository } from '../applications/call-application.repository';
import { CallRepository } from '../calls/call.repository';
import { tieDraw } from '../calls/call-steps.service';
import { rank } from '../../enrollment/contract';
import type { JudgingView, PanelistView } from './review.dto';
import type { ReviewEntity } from './review.entity';
import { scoresOf } from './review.mapping';
import { ReviewRepository } from './review.repository';

/** How far the judging of a call is, for those who run it; without who applied. */
@Injectable()
export class JudgingViewService {
  constructor(
    private readonly db: Database,
    private readonly calls: CallRepository,
    private readonly applications: CallApplicationRepository,
    private readonly reviews: ReviewRepository,
    private readonly people: PeopleService,
    private readonly draws: DrawService,
  ) {}

  async get(callId: string): Promise<JudgingView> {
    const call = await this.calls.get(callId);
    const rows = await this.db.tx((tx) =>
      this.applications.among(tx, callId, ['submitted', 'in_review', 'reserve', 'awarded', 'declined']),
    );
    const all = await this.reviews.listOfCall(callId);
    const reviewed = scoresOf(
      rows.map(({ id }) => id),
      all,
    );
    const places = new Map(rows.map(({ id, rank: place }) => [id, place]));
    const drawn = rows.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).map(({ id }) => id);
    const standing = (id: string): number =>
      all.filter((one) => one.applicationId === id && one.state !== 'recused').length;
    return {
      ranking: rank(reviewed, drawn, call.quorum).map((one) => ({
        ...one,
        rank: call.rankedAt === null ? one.rank : (places.get(one.applicationId) ?? null),
        mean: one.mean === null ? null : one.mean / 100,
        spread: one.spread / 100,
        notes: all.flatMap((review) =>
          review.applicationId === one.applicationId &&
          review.panelNote !== '' &&
          review.state === 'completed'
            ? [review.panelNote]
            : [],
        ),
      })),
      panel: await this.panel(callId, all),
      conflicts: (await this.reviews.conflicts(callId)).map(({ applicationId, reviewerId, kind }) => ({
        applicationId,
        reviewerId,
        kind,
      })),
      short:
        call.state === 'closed' ? rows.flatMap(({ id }) => (standing(id) < call.quorum ? [id] : [])) : [],
      isRanked: call.rankedAt !== null,
      drawId: (await this.draws.find(tieDraw(callId)))?.id ?? null,
    };
  }

  private async panel(callId: string, reviews: readonly ReviewEntity[]): Promise<PanelistView[]> {
    const panel = await this.reviews.panel(callId);
    const cards = await this.people.cards(panel.map(({ personId }) => personId));
    return panel.map(({ personId, team }) => {
      const count = (state: string): number =>
        reviews.filter((one) => one.reviewerId === personId && one.state === state).length;
      return {
        personId,
        name: cards.get(personId)?.name ?? personId,
        team,
        assigned: count('assigned'),
        completed: count('completed'),
        recused: count('recused'),
      };
    });
  }
}
