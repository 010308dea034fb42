import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { CallRepository } from '../calls/call.repository';
import { grantsRefusals } from '../contract';
import { ANSWER_DAYS } from '../domain/agreement';
import { milestoneWorkflow, type MilestoneVerb } from '../domain/milestone.workflow';
import type { MilestoneVerbBody } from './award.dto';
import { isStaff } from './award-view.service';
import { AwardRepository } from './award.repository';
import { TrancheService } from './tranche.service';

const DAY = 86_400_000;

/** Evidence for the steps of an award, and its answers. */
@Injectable()
export class MilestoneService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly db: Database,
    private readonly calls: CallRepository,
    private readonly awards: AwardRepository,
    private readonly tranches: TrancheService,
  ) {}

  /** Hands in evidence (the artist), accepts it or asks for changes (a manager). Returns the id of the award. */
  async act(
    once: Once,
    me: Actor,
    id: string,
    verb: MilestoneVerb,
    body: MilestoneVerbBody,
  ): Promise<string> {
    const seen = await this.awards.findMilestone(id);
    const award = seen === null ? null : await this.awards.find(seen.awardId);
    if (award === null || !(award.personId === me.id || isStaff(me)))
      throw refusal(grantsRefusals, 'not_found');
    await this.idempotency.run(once, async (tx) => {
      await this.take(tx, me, id, award.id, verb, body);
      return {};
    });
    return award.id;
  }

  /** Accepts evidence that nobody answered in time; returns how many. */
  async acceptUnanswered(): Promise<number> {
    const due = await this.awards.unanswered(50);
    for (const id of due) {
      const row = await this.awards.findMilestone(id);
      if (row !== null)
        await this.db.tx((tx) => this.take(tx, SYSTEM, id, row.awardId, 'acceptUnanswered', { links: [] }));
    }
    return due.length;
  }

  private async take(
    tx: Tx,
    actor: Actor,
    id: string,
    awardId: string,
    verb: MilestoneVerb | 'acceptUnanswered',
    { text, links }: MilestoneVerbBody,
  ): Promise<void> {
    const { callId } = (await this.awards.find(awardId)) ?? { callId: '' };
    await this.calls.lock(tx, callId);
    const award = await this.awards.lock(tx, awardId);
    const row = (await this.awards.milestones(tx, awardId)).find((one) => one.id === id);
    if (row === undefined) throw refusal(grantsRefusals, 'not_found');
    const decision = decide(milestoneWorkflow, row.state, verb, actor, {
      isOwn: award.personId === actor.id,
      award: award.state,
      hasEvidence: text !== undefined,
      hasReasons: text !== undefined,
      isUnanswered: row.answerUntil !== null && row.answerUntil.getTime() <= Date.now(),
    });
    if (decision.kind === 'already') return;
    if (decision.kind === 'refused')
      throw refusedMove(grantsRefusals, decision.code, milestoneWorkflow, row.state, verb);
    if (verb === 'submit')
      await this.awards.noteMilestone(tx, id, {
        evidence: text ?? null,
        links,
        answer: null,
        answerUntil: new Date(Date.now() + ANSWER_DAYS * DAY),
      });
    else
      await this.awards.noteMilestone(tx, id, {
        answer: text ?? (verb === 'acceptUnanswered' ? 'Accepted because nobody answered in time.' : null),
        answeredBy: actor.id,
      });
    if (decision.to === 'accepted') await this.tranches.release(tx, actor, award, row, verb);
    else await this.tranches.move(tx, actor, award, row, verb, decision.to);
  }
}
