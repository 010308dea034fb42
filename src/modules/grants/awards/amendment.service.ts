import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { planOf, storedPlan } from '../applications/application.mapping';
import { CallRepository } from '../calls/call.repository';
import { grantsRefusals } from '../contract';
import { agreement, planFaults } from '../domain/agreement';
import { amendmentWorkflow, type AmendmentVerb } from '../domain/amendment.workflow';
import { AmendmentRepository, type AmendmentRow } from './amendment.repository';
import type { AmendmentBody } from './award.dto';
import type { AwardEntity } from './award.entity';
import { isStaff } from './award-view.service';
import { replaced, unpaid } from './award.mapping';
import { AwardRepository } from './award.repository';
import type { MilestoneEntity } from './milestone.entity';
import { TrancheService } from './tranche.service';

/** Changes the steps of an award when its artist and one of staff agree. */
@Injectable()
export class AmendmentService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly calls: CallRepository,
    private readonly awards: AwardRepository,
    private readonly amendments: AmendmentRepository,
    private readonly tranches: TrancheService,
    private readonly audit: AuditService,
  ) {}

  /** Refuses `plan_unfit` when the steps do not sum to what is not paid yet, `amendment_open` beside another one. */
  async propose(once: Once, me: Actor, awardId: string, { reason, steps }: AmendmentBody): Promise<void> {
    const seen = await this.awards.find(awardId);
    if (seen === null || !(seen.personId === me.id || isStaff(me)))
      throw refusal(grantsRefusals, 'not_found');
    await this.idempotency.run(once, async (tx) => {
      const award = await this.awards.lock(tx, awardId);
      if (award.state !== 'active') throw refusal(grantsRefusals, 'award_not_active');
      const milestones = await this.awards.milestones(tx, awardId);
      const plan = steps.map((step) => ({
        ...step,
        isAtStart: false,
        amount: BigInt(step.amount),
        dueAt: new Date(step.dueAt),
      }));
      const faults = planFaults(plan, unpaid(award, milestones));
      if (faults.length > 0) throw refusal(grantsRefusals, 'plan_unfit', { faults });
      const row: AmendmentRow = {
        id: newId('amd'),
        awardId,
        reason,
        plan: storedPlan(plan),
        replaces: replaced(milestones),
        proposedBy: me.id,
        state: 'proposed',
      };
      if (!(await this.amendments.insert(tx, row))) throw refusal(grantsRefusals, 'amendment_open');
      await this.audit.record(tx, me, 'award.propose_amendment', awardId, { amendmentId: row.id, reason });
      return {};
    });
  }

  /** Agrees or rejects; whoever proposed it can only withdraw it. Returns the id of the award. */
  async act(once: Once, me: Actor, id: string, verb: AmendmentVerb): Promise<string> {
    const seen = await this.amendments.find(id);
    const award = seen === null ? null : await this.awards.find(seen.awardId);
    if (seen === null || award === null || !(award.personId === me.id || isStaff(me)))
      throw refusal(grantsRefusals, 'not_found');
    await this.idempotency.run(once, async (tx) => {
      const row = await this.awards.lock(tx, award.id);
      const amendment = (await this.amendments.reload(tx, id)) ?? seen;
      const milestones = await this.awards.milestones(tx, row.id);
      const decision = decide(amendmentWorkflow, amendment.state, verb, me, {
        award: row.state,
        isProposer: amendment.proposedBy === me.id,
        isOtherParty: amendment.proposedBy === row.personId ? isStaff(me) : row.personId === me.id,
        isCurrent: replaced(milestones).join() === amendment.replaces.join(),
      });
      if (decision.kind === 'already') return {};
      if (decision.kind === 'refused')
        throw refusedMove(grantsRefusals, decision.code, amendmentWorkflow, amendment.state, verb);
      if (verb === 'agree') await this.replace(tx, row, milestones, amendment);
      await this.amendments.move(tx, { id, verb, from: amendment.state, to: decision.to, actor: me });
      await this.audit.record(tx, me, `award.${verb}_amendment`, row.id, { amendmentId: id });
      return {};
    });
    return award.id;
  }

  private async replace(
    tx: Tx,
    award: AwardEntity,
    milestones: readonly MilestoneEntity[],
    amendment: AmendmentRow,
  ): Promise<void> {
    const plan = planOf(amendment.plan);
    await this.tranches.cancelOpen(tx, award, milestones);
    const last = Math.max(0, ...milestones.map(({ position }) => position));
    await this.awards.addMilestones(tx, award.id, plan, last + 1);
    const { title } = await this.calls.get(award.callId);
    const kept = milestones.filter(({ state }) => state === 'accepted');
    const { text, hash } = agreement({
      callTitle: title,
      amount: award.amount,
      currency: award.currency,
      plan: [...kept, ...plan],
    });
    await this.awards.note(tx, award.id, { agreement: text, agreementHash: hash });
  }
}
