import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { CompensationService } from '../../compensation';
import { account } from '../../ledger';
import type { CallEntity } from '../calls/call.entity';
import { CallRepository } from '../calls/call.repository';
import { grantsRefusals, type ApplicationVerb } from '../contract';
import { planFaults, type MilestonePlan } from '../domain/agreement';
import { conflictOf } from '../../enrollment/contract';
import { applicationWorkflow, type ApplicationFacts } from '../domain/application.workflow';
import { ReviewRepository } from '../reviews/review.repository';
import { NOBODYS, storedPlan } from './application.mapping';
import type { CallApplicationAnswer } from './call-application.dto';
import type { CallApplicationEntity } from './call-application.entity';
import { CallApplicationRepository, NO_ANSWER } from './call-application.repository';

/** What those who judge decide, one application at a time. Applicants are told when the whole call is decided. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly calls: CallRepository,
    private readonly applications: CallApplicationRepository,
    private readonly reviews: ReviewRepository,
    private readonly compensation: CompensationService,
    private readonly audit: AuditService,
  ) {}

  /** Awards, keeps in reserve, declines, or takes a decision back before the call is decided. */
  async act(
    once: Once,
    me: Actor,
    id: string,
    verb: ApplicationVerb,
    answer: CallApplicationAnswer,
  ): Promise<void> {
    const seen = await this.applications.find(id);
    if (seen === null || seen.state === 'draft') throw refusal(grantsRefusals, 'not_found');
    await this.idempotency.run(once, async (tx) => {
      // The call first, then the application: whoever decides the call locks in the same order.
      const call = await this.calls.lock(tx, seen.callId);
      const row = await this.applications.lock(tx, id);
      if (call.state === 'open') throw refusal(grantsRefusals, 'call_not_closed');
      const facts = await this.facts(tx, me, call, row, verb, answer);
      const decision = decide(applicationWorkflow, row.state, verb, me, facts);
      if (decision.kind === 'refused')
        throw refusedMove(grantsRefusals, decision.code, applicationWorkflow, row.state, verb);
      if (decision.kind === 'already') return {};
      if (verb === 'revise') await this.takeBack(tx, call, row);
      else await this.write(tx, me, call, row, { verb, answer, amount: facts.amount });
      await this.applications.move(tx, { id, verb, from: row.state, to: decision.to, actor: me });
      if (verb === 'revise') await this.applications.answer(tx, id, NO_ANSWER);
      const { reasons = null, departure = null } = answer;
      await this.audit.record(tx, me, `call.${verb}`, id, {
        callId: call.id,
        amount: facts.amount,
        reasons,
        departure,
      });
      return {};
    });
  }

  /** Names a finalist; the stipend is an earning at once. Refuses `finalists_full`, `own_application`, `over_budget`. */
  async nameFinalist(once: Once, me: Actor, id: string): Promise<void> {
    const seen = await this.applications.find(id);
    if (seen === null || seen.state === 'draft') throw refusal(grantsRefusals, 'not_found');
    await this.idempotency.run(once, async (tx) => {
      const call = await this.calls.lock(tx, seen.callId);
      const row = await this.applications.lock(tx, id);
      if (row.isFinalist) return {};
      if (await this.isConflicted(tx, me, call, row)) throw refusal(grantsRefusals, 'conflicted');
      if (row.personId === me.id) throw refusal(grantsRefusals, 'own_application');
      if (call.state !== 'closed' || row.state !== 'in_review')
        throw refusal(grantsRefusals, 'call_not_closed');
      if ((await this.applications.countFinalists(tx, call.id)) >= call.finalists)
        throw refusal(grantsRefusals, 'finalists_full', { finalists: call.finalists });
      if (call.stipend > call.budget - call.awarded) throw refusal(grantsRefusals, 'over_budget');
      await this.applications.nameFinalist(tx, id);
      await this.audit.record(tx, me, 'call.finalist', id, { callId: call.id, stipend: call.stipend });
      if (call.stipend === 0n) return {};
      await this.calls.addAwarded(tx, call.id, call.stipend);
      await this.compensation.earn(tx, {
        programId: call.programId,
        personId: row.personId,
        category: 'prize',
        causeType: 'finalist',
        causeId: id,
        amount: call.stipend,
        currency: call.currency,
        source: account.award(call.id, call.currency),
        rate: null,
        evidence: { callId: call.id, applicationId: id },
      });
      return {};
    });
  }

  private async write(
    tx: Tx,
    me: Actor,
    call: CallEntity,
    row: CallApplicationEntity,
    { verb, answer, amount }: { verb: ApplicationVerb; answer: CallApplicationAnswer; amount: bigint | null },
  ): Promise<void> {
    const plan = amount === null ? [] : this.plan(call, answer, amount);
    const { reasons = null, departure = null } = answer;
    const reserves = verb === 'reserve' ? await this.applications.among(tx, call.id, ['reserve']) : [];
    await this.applications.answer(tx, row.id, {
      reasons,
      departure,
      awarded: verb === 'award' ? amount : null,
      plan: storedPlan(plan),
      reservePlace:
        verb === 'reserve' ? Math.max(0, ...reserves.map((one) => one.reservePlace ?? 0)) + 1 : null,
      reserveAmount: verb === 'reserve' ? amount : null,
      decidedBy: me.id,
    });
    if (verb === 'award' && amount !== null) await this.calls.addAwarded(tx, call.id, amount);
  }

  private async takeBack(tx: Tx, call: CallEntity, { awarded }: CallApplicationEntity): Promise<void> {
    if (awarded !== null) await this.calls.addAwarded(tx, call.id, -awarded);
  }

  private plan(call: CallEntity, { steps }: CallApplicationAnswer, amount: bigint): MilestonePlan[] {
    if (steps === undefined || steps.length === 0)
      return [{ title: 'The whole award', amount, dueAt: call.decidesAt, isAtStart: true }];
    const plan = steps.map((step) => ({ ...step, amount: BigInt(step.amount), dueAt: new Date(step.dueAt) }));
    const faults = planFaults(plan, amount);
    if (faults.length > 0) throw refusal(grantsRefusals, 'plan_unfit', { faults });
    return plan;
  }

  private async facts(
    tx: Tx,
    me: Actor,
    call: CallEntity,
    row: CallApplicationEntity,
    verb: ApplicationVerb,
    answer: CallApplicationAnswer,
  ): Promise<ApplicationFacts> {
    const gives = verb === 'award' || verb === 'reserve';
    const amount = gives && answer.amount !== undefined ? BigInt(answer.amount) : null;
    const others = await this.applications.among(tx, call.id, ['in_review', 'declined', 'reserve']);
    // Worse than an award is everything else, worse than a place in reserve is no place.
    const worse = verb === 'award' ? ['in_review', 'declined', 'reserve'] : ['in_review', 'declined'];
    const isPassedOver = others.some(
      (other) => (other.rank ?? Infinity) < (row.rank ?? Infinity) && worse.includes(other.state),
    );
    const had = gives ? await this.applications.awardsWithinYear(tx, row.personId, call.programId) : 0;
    return {
      ...NOBODYS,
      isOwn: row.personId === me.id,
      isConflicted: await this.isConflicted(tx, me, call, row),
      call: call.state,
      hasReasons: answer.reasons !== undefined,
      hasQuorum: row.rank !== null,
      amount,
      requested: row.requested,
      left: call.budget - call.awarded,
      isUnexplained: gives && isPassedOver && answer.departure === undefined,
      isCapped: call.yearlyCap !== null && had >= call.yearlyCap,
    };
  }

  private async isConflicted(
    tx: Tx,
    me: Actor,
    call: CallEntity,
    row: CallApplicationEntity,
  ): Promise<boolean> {
    const declared = await this.reviews.conflicts(call.id, tx);
    if (declared.some((one) => one.applicationId === row.id && one.reviewerId === me.id)) return true;
    const team =
      (await this.reviews.panel(call.id, tx)).find(({ personId }) => personId === me.id)?.team ?? '';
    const collaborators = row.collaborators.flatMap((one) => (one.personId === null ? [] : [one.personId]));
    const kind = conflictOf(
      { personId: me.id, team },
      { applicationId: row.id, personId: row.personId, team: row.team, collaborators },
    );
    return kind !== null && kind !== 'own';
  }
}
