import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { Database, type Tx } from '../../../platform/db/database';
import { commitmentOf, isDrawn } from '../domain/sampling';
import { SharingPolicyService } from '../policy/policy.service';
import type { NewDecision } from '../submissions/submission.repository';
import { OpinionRepository, type DrawRow } from './opinion.repository';

/** Draws the decisions that a second person looks at: by a seed for each day, whose hash is public before it begins. */
@Injectable()
export class SamplingService {
  constructor(
    private readonly db: Database,
    private readonly opinions: OpinionRepository,
    private readonly policies: SharingPolicyService,
  ) {}

  /** In the transaction of the decision. The clock's are not drawn, nor what takes a work down. */
  async draw(tx: Tx, decision: NewDecision): Promise<void> {
    const { id: decisionId, submissionId, authorId, reviewerId, outcome } = decision;
    if (reviewerId === 'system' || outcome === 'taken_down') return;
    let seed = await this.opinions.seedOfToday(tx);
    if (seed === null) {
      await this.prepareDay(tx, 0);
      seed = await this.opinions.seedOfToday(tx);
    }
    if (seed === null || !isDrawn(seed.seed, decisionId, seed.share)) return;
    await this.opinions.insert(tx, {
      id: newId('opn'),
      decisionId,
      submissionId,
      authorId,
      firstReviewerId: reviewerId,
      firstOutcome: outcome,
      day: seed.day,
    });
  }

  /** The seeds of today and tomorrow, where they are not there yet. */
  async prepare(): Promise<void> {
    await this.db.tx(async (tx) => {
      await this.prepareDay(tx, 0);
      await this.prepareDay(tx, 1);
    });
  }

  /** The last three months of days, newest first. */
  async draws(): Promise<DrawRow[]> {
    return this.opinions.draws();
  }

  private async prepareDay(tx: Tx, fromToday: 0 | 1): Promise<void> {
    const seed = randomBytes(32).toString('hex');
    const { secondOpinionShare: share } = await this.policies.inForce(tx);
    await this.opinions.prepareDay(tx, fromToday, { seed, commitment: commitmentOf(seed), share });
  }
}
