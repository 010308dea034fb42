import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../../kernel/actor';
import { toJsonInteger } from '../../../kernel/money';
import { refusal } from '../../../kernel/refusal';
import { available } from '../../../kernel/workflow';
import { moneyView } from '../../../platform/http/money.dto';
import { CallRepository } from '../calls/call.repository';
import { grantsRefusals } from '../contract';
import { AMENDMENT_VERBS, amendmentWorkflow } from '../domain/amendment.workflow';
import { AWARD_VERBS, awardWorkflow } from '../domain/award.workflow';
import { MILESTONE_VERBS, milestoneWorkflow } from '../domain/milestone.workflow';
import { AmendmentRepository, type AmendmentRow } from './amendment.repository';
import type { AmendmentView, AwardPage, AwardQuery, AwardView, MilestoneView } from './award.dto';
import type { AwardEntity } from './award.entity';
import { awardFacts, replaced } from './award.mapping';
import { AwardRepository } from './award.repository';
import type { MilestoneEntity } from './milestone.entity';

export const isStaff = (me: Actor): boolean => hasRole(me, 'manager') || hasRole(me, 'admin');

const among = <V extends string>(verbs: readonly V[], found: readonly string[]): V[] =>
  verbs.filter((verb) => found.includes(verb));

/** Awards as their artist and those who run the programme see them. */
@Injectable()
export class AwardViewService {
  constructor(
    private readonly calls: CallRepository,
    private readonly awards: AwardRepository,
    private readonly amendments: AmendmentRepository,
  ) {}

  /** One's own for artists, everybody's for managers; newest first. */
  async list(me: Actor, { cursor, limit, ...filter }: AwardQuery): Promise<AwardPage> {
    const { items, next } = await this.awards.list(
      isStaff(me) ? filter : { ...filter, personId: me.id },
      cursor,
      limit,
    );
    const ids = items.map(({ id }) => id);
    const [milestones, amendments] = await Promise.all([
      this.awards.milestonesOf(ids),
      this.amendments.ofAwards(ids),
    ]);
    const views = items.map((row) =>
      this.view(
        me,
        row,
        milestones.filter(({ awardId }) => awardId === row.id),
        amendments.filter(({ awardId }) => awardId === row.id),
      ),
    );
    return { items: await Promise.all(views), next };
  }

  /** Refuses `not_found` for strangers. */
  async get(me: Actor, id: string): Promise<AwardView> {
    const row = await this.awards.find(id);
    if (row === null || !(row.personId === me.id || isStaff(me))) throw refusal(grantsRefusals, 'not_found');
    const [milestones, amendments] = await Promise.all([
      this.awards.milestonesOf([id]),
      this.amendments.ofAwards([id]),
    ]);
    return this.view(me, row, milestones, amendments);
  }

  private async view(
    me: Actor,
    row: AwardEntity,
    milestones: readonly MilestoneEntity[],
    amendments: readonly AmendmentRow[],
  ): Promise<AwardView> {
    const { currency } = row;
    const { title } = await this.calls.get(row.callId);
    const earned = milestones.reduce(
      (sum, { state, amount }) => sum + (state === 'accepted' ? amount : 0n),
      0n,
    );
    const facts = { ...awardFacts(me, row, milestones), isSameAgreement: true, hasReasons: true };
    return {
      id: row.id,
      callId: row.callId,
      callTitle: title,
      applicationId: row.applicationId,
      personId: row.personId,
      amount: moneyView({ amount: row.amount, currency }),
      earned: moneyView({ amount: earned, currency }),
      agreement: row.agreement,
      agreementHash: row.agreementHash,
      offerUntil: row.offerUntil.toISOString(),
      acceptedAt: row.acceptedAt?.toISOString() ?? null,
      report: row.report,
      endReasons: row.endReasons,
      appealUntil: row.appealUntil?.toISOString() ?? null,
      appeal: row.appeal,
      appealAnswer: row.appealAnswer,
      state: row.state,
      milestones: milestones.map((milestone) => this.milestone(me, row, milestone)),
      amendments: amendments.map((one) => this.amendment(me, row, milestones, one)),
      available: among(AWARD_VERBS, available(awardWorkflow, row.state, me, facts)),
    };
  }

  private milestone(me: Actor, award: AwardEntity, row: MilestoneEntity): MilestoneView {
    const facts = {
      isOwn: award.personId === me.id,
      award: award.state,
      hasEvidence: true,
      hasReasons: true,
      isUnanswered: false,
    };
    return {
      id: row.id,
      position: row.position,
      title: row.title,
      amount: moneyView({ amount: row.amount, currency: award.currency }),
      dueAt: row.dueAt.toISOString(),
      isAtStart: row.isAtStart,
      evidence: row.evidence,
      links: [...row.links],
      answer: row.answer,
      answerUntil: row.answerUntil?.toISOString() ?? null,
      state: row.state,
      available: among(MILESTONE_VERBS, available(milestoneWorkflow, row.state, me, facts)),
    };
  }

  private amendment(
    me: Actor,
    award: AwardEntity,
    milestones: readonly MilestoneEntity[],
    row: AmendmentRow,
  ): AmendmentView {
    const facts = {
      award: award.state,
      isProposer: row.proposedBy === me.id,
      isOtherParty: row.proposedBy === award.personId ? isStaff(me) : award.personId === me.id,
      isCurrent: replaced(milestones).join() === row.replaces.join(),
    };
    return {
      id: row.id,
      reason: row.reason,
      steps: row.plan.map((step) => ({ ...step, amount: toJsonInteger(BigInt(step.amount)) })),
      isMine: facts.isProposer,
      state: row.state,
      available: among(AMENDMENT_VERBS, available(amendmentWorkflow, row.state, me, facts)),
    };
  }
}
