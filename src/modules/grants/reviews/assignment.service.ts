import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { CallApplicationRepository } from '../applications/call-application.repository';
import { CandidateService } from '../applications/candidate.service';
import type { CallEntity } from '../calls/call.entity';
import { CallRepository } from '../calls/call.repository';
import { grantsRefusals } from '../contract';
import { assign, conflictOf } from '../../enrollment/contract';
import { ReviewRepository } from './review.repository';

/** Who is asked to review what: at random, evenly, and nobody with a conflict of interest. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly calls: CallRepository,
    private readonly applications: CallApplicationRepository,
    private readonly candidates: CandidateService,
    private readonly reviews: ReviewRepository,
    private readonly audit: AuditService,
  ) {}

  /** Puts somebody on the panel, or corrects their team. After the close the missing reviews are handed out at once. */
  async addPanelist(once: Once, me: Actor, callId: string, personId: string, team: string): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      const call = await this.unranked(tx, callId);
      await this.reviews.addPanelist(tx, callId, { personId, team }, me.id);
      await this.audit.record(tx, me, 'call.panel_add', callId, { personId, team });
      if (call.state === 'closed') await this.fill(tx, me, call);
      return {};
    });
  }

  /** Refuses `panel_fixed` for somebody who has reviews of the call. */
  async removePanelist(once: Once, me: Actor, callId: string, personId: string): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      await this.unranked(tx, callId);
      if (!(await this.reviews.removePanelist(tx, callId, personId)))
        throw refusal(grantsRefusals, 'panel_fixed');
      await this.audit.record(tx, me, 'call.panel_remove', callId, { personId });
      return {};
    });
  }

  /**
   * Hands out what is missing so that each application in review has as many reviews as the call promised. Conflicts that
   * are known without anybody declaring them are noted. Returns applications for which the panel is too small.
   */
  async fill(tx: Tx, actor: Actor, call: Pick<CallEntity, 'id' | 'quorum'>): Promise<string[]> {
    const rows = await this.applications.among(tx, call.id, ['in_review']);
    const candidates = await this.candidates.behind(tx, rows);
    const panel = await this.reviews.panel(call.id, tx);
    for (const application of candidates)
      for (const panelist of panel) {
        const kind = conflictOf(panelist, application);
        const pair = { applicationId: application.applicationId, reviewerId: panelist.personId };
        if (kind !== null) await this.reviews.addConflict(tx, call.id, { ...pair, kind, note: '' });
      }
    const existing = await this.reviews.ofCall(tx, call.id);
    const { added, short } = assign({
      candidates,
      panel,
      standing: existing.filter(({ state }) => state !== 'recused'),
      barred: [
        ...existing.filter(({ state }) => state === 'recused'),
        ...(await this.reviews.conflicts(call.id, tx)),
      ],
      per: call.quorum,
      seed: call.id,
    });
    for (const { applicationId, reviewerId } of added)
      await this.reviews.insert(tx, { id: newId('rev'), callId: call.id, applicationId, reviewerId });
    await this.audit.record(tx, actor, 'call.assign', call.id, { reviews: added.length, short });
    return short;
  }

  private async unranked(tx: Tx, callId: string): Promise<CallEntity> {
    const call = await this.calls.lock(tx, callId);
    if (call.rankedAt !== null) throw refusal(grantsRefusals, 'ranked_already');
    return call;
  }
}
