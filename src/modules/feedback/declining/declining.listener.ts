import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import {
  appealDecided,
  AppealsService,
  lookDecided,
  type AppealDecided,
  type LookDecided,
} from '../../redress';
import { FeedbackRepository } from '../feedback.repository';
import { TriageService } from '../triage.service';
import { DecliningService } from './declining.service';

/** What a second look or an appeal says about declined feedback. Each step is taken once, however often it is told. */
@Injectable()
export class DeclinedFeedbackListener {
  constructor(
    private readonly declining: DecliningService,
    private readonly feedback: FeedbackRepository,
    private readonly triage: TriageService,
    private readonly appeals: AppealsService,
  ) {}

  @On(lookDecided)
  async onLookDecided(tx: Tx, { payload }: DomainEvent<LookDecided>): Promise<void> {
    const { kind, subjectId, actId, verdict, decidedBy: id, decidedByRole } = payload;
    if (kind !== 'feedback_declined') return;
    const held = await this.declining.letGo(tx, SYSTEM, subjectId, actId);
    if (held === null || verdict !== 'confirmed') return;
    const decider: Actor = { id, roles: [decidedByRole], via: 'system', keyId: null };
    const { reason, answer } = held;
    await this.triage.follow(tx, decider, held.id, 'decline', { reason, answer, actId });
  }

  /** Overturned, wholly or in part: it is accepted, and earns like what was accepted at once. */
  @On(appealDecided)
  async onAppealDecided(tx: Tx, { payload }: DomainEvent<AppealDecided>): Promise<void> {
    const { kind, subjectId, appealId } = payload;
    if (kind !== 'feedback_declined') return;
    const row = await this.feedback.lockPaid(tx, subjectId);
    if (row?.state === 'declined') await this.triage.follow(tx, SYSTEM, row.id, 'overturn', {});
    await this.appeals.restored(tx, appealId);
  }
}
