import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { refusal } from '../../kernel/refusal';
import { decide, refusedMove } from '../../kernel/workflow';
import type { Tx } from '../../platform/db/database';
import { Idempotency, type Once } from '../../platform/idempotency/idempotency';
import { AuditService } from '../audit';
import { CompensationService } from '../compensation';
import { EnrollmentService } from '../enrollment';
import { account } from '../ledger';
import {
  callApplicationView,
  type CallApplicationAnswer,
  type CallApplicationBody,
  type CallApplicationPage,
  type CallApplicationView,
} from './call-application.dto';
import type { CallApplicationEntity } from './call-application.entity';
import { CallApplicationRepository } from './call-application.repository';
import type { CallEntity } from './call.entity';
import { CallRepository } from './call.repository';
import { grantsRefusals } from './contract';
import { applicationWorkflow, type ApplicationVerb } from './domain/application.workflow';

const isManager = (me: Actor): boolean => hasRole(me, 'manager') || hasRole(me, 'admin');

/** What artists ask of a call, and the answer that everyone gets. */
@Injectable()
export class CallApplicationService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly calls: CallRepository,
    private readonly applications: CallApplicationRepository,
    private readonly enrollments: EnrollmentService,
    private readonly compensation: CompensationService,
    private readonly audit: AuditService,
  ) {}

  /** Refuses `call_not_open`, `applied_already`, `over_request`, and whoever is not active in the programme. */
  async apply(
    once: Once,
    me: Actor,
    callId: string,
    { statement, amount }: CallApplicationBody,
  ): Promise<CallApplicationView> {
    const { programId, state: seen } = await this.calls.get(callId);
    if (seen === 'draft') throw refusal(grantsRefusals, 'not_found');
    await this.enrollments.activeOf(me.id, programId);
    return this.idempotency.run(once, async (tx) => {
      const call = await this.calls.lock(tx, callId);
      if (call.state !== 'open') throw refusal(grantsRefusals, 'call_not_open', { state: call.state });
      const requested = BigInt(amount);
      if (requested > call.budget) throw refusal(grantsRefusals, 'over_request');
      const row = {
        id: newId('gra'),
        callId,
        personId: me.id,
        statement,
        requested,
        state: applicationWorkflow.initial,
      };
      if (!(await this.applications.insert(tx, row))) throw refusal(grantsRefusals, 'applied_already');
      await this.audit.record(tx, me, 'call.apply', row.id, { callId, requested });
      return callApplicationView(
        { ...row, awarded: null, reasons: null, createdAt: new Date() },
        call.currency,
      );
    });
  }

  /** All for those who judge, one's own for everybody else; newest first. */
  async list(
    me: Actor,
    callId: string,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<CallApplicationPage> {
    const { currency, state } = await this.calls.get(callId);
    if (state === 'draft' && !isManager(me)) throw refusal(grantsRefusals, 'not_found');
    const { items, next } = await this.applications.list(
      callId,
      isManager(me) ? undefined : me.id,
      cursor,
      limit,
    );
    return { items: items.map((row) => callApplicationView(row, currency)), next };
  }

  /** Withdraws (the applicant), awards or declines (a manager, with reasons). An award is an earning at once. */
  async act(
    once: Once,
    me: Actor,
    id: string,
    verb: ApplicationVerb,
    answer: CallApplicationAnswer,
  ): Promise<CallApplicationView> {
    const seen = await this.applications.find(id);
    if (seen === null || !(seen.personId === me.id || isManager(me)))
      throw refusal(grantsRefusals, 'not_found');
    return this.idempotency.run(once, async (tx) => {
      // The call first, then the application: whoever decides the call locks in the same order.
      const call = await this.calls.lock(tx, seen.callId);
      const row = await this.applications.lock(tx, id);
      const amount = verb === 'award' && answer.amount !== undefined ? BigInt(answer.amount) : null;
      const decision = decide(applicationWorkflow, row.state, verb, me, {
        isOwn: row.personId === me.id,
        call: call.state,
        hasReasons: answer.reasons !== undefined,
        amount,
        left: call.budget - call.awarded,
      });
      if (decision.kind === 'refused')
        throw refusedMove(grantsRefusals, decision.code, applicationWorkflow, row.state, verb);
      if (decision.kind === 'already') return callApplicationView(row, call.currency);
      const reasons = answer.reasons ?? null;
      const move = { id, verb, from: row.state, to: decision.to, actor: me };
      if (!(await this.applications.move(tx, move, reasons, amount))) {
        throw refusedMove(grantsRefusals, 'wrong_state', applicationWorkflow, row.state, verb);
      }
      if (amount !== null) await this.award(tx, call, row, amount);
      await this.audit.record(tx, me, `call.${verb}`, id, { callId: call.id, amount, reasons });
      return callApplicationView({ ...row, state: decision.to, reasons, awarded: amount }, call.currency);
    });
  }

  private async award(
    tx: Tx,
    { id, programId, currency }: CallEntity,
    row: CallApplicationEntity,
    amount: bigint,
  ): Promise<void> {
    await this.calls.addAwarded(tx, id, amount);
    await this.compensation.earn(tx, {
      programId,
      personId: row.personId,
      category: 'prize',
      causeType: 'award',
      causeId: row.id,
      amount,
      currency,
      source: account.award(id, currency),
      rate: null,
      evidence: { callId: id, applicationId: row.id },
    });
  }
}
