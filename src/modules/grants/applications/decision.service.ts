import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import type { CallEntity } from '../calls/call.entity';
import { CallRepository } from '../calls/call.repository';
import { grantsRefusals, type ApplicationVerb } from '../contract';
import { planFaults, type MilestonePlan } from '../domain/agreement';
import { applicationWorkflow, type ApplicationFacts } from '../domain/application.workflow';
import { RehearingService } from '../awards/rehearing.service';
import { ImpartialService } from '../reviews/impartial.service';
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
    private readonly impartial: ImpartialService,
    private readonly rehearings: RehearingService,
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
      if (facts.isReheard && verb === 'award') await this.rehearings.fund(tx, call, row, facts.amount ?? 0n);
      if (verb === 'revise') await this.takeBack(tx, call, row);
      else await this.write(tx, me, call, row, { verb, answer, amount: facts.amount });
      await this.applications.move(tx, { id, verb, from: row.state, to: decision.to, actor: me });
      if (verb === 'revise') await this.applications.answer(tx, id, NO_ANSWER);
      if (facts.isReheard) await this.rehearings.conclude(tx, call, id);
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
    const isReheard = row.reheardAt !== null;
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
      isConflicted: await this.impartial.isConflicted(tx, me, row),
      call: call.state,
      hasReasons: answer.reasons !== undefined,
      hasQuorum: row.rank !== null,
      amount,
      requested: row.requested,
      // what an appeal brings back is paid out of the fund of the programme, not out of what the call had
      left: isReheard ? (amount ?? 0n) : call.budget - call.awarded,
      isUnexplained: gives && !isReheard && isPassedOver && answer.departure === undefined,
      isReheard,
      hasDeclined: isReheard && row.declinedBy === me.id,
      isCapped: call.yearlyCap !== null && had >= call.yearlyCap,
    };
  }
}
