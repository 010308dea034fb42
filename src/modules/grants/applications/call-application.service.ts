import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import type { CallEntity } from '../calls/call.entity';
import { CallRepository } from '../calls/call.repository';
import { grantsRefusals, type ApplicationVerb } from '../contract';
import { applicationWorkflow } from '../domain/application.workflow';
import { NOBODYS, type ApplicationText } from './application.mapping';
import { ApplicationViewService } from './application-view.service';
import type { CallApplicationBody, CallApplicationView } from './call-application.dto';
import type { CallApplicationEntity, Collaborator } from './call-application.entity';
import { CallApplicationRepository, NO_ANSWER } from './call-application.repository';
import { CandidateService } from './candidate.service';

const isOver = ({ closesAt }: Pick<CallEntity, 'closesAt'>): boolean => closesAt.getTime() <= Date.now();

/** What an artist does with an application of their own: draft, hand in, take back, withdraw. */
@Injectable()
export class CallApplicationService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly calls: CallRepository,
    private readonly applications: CallApplicationRepository,
    private readonly candidates: CandidateService,
    private readonly views: ApplicationViewService,
    private readonly audit: AuditService,
  ) {}

  /** Refuses `call_not_open`, `applied_already`, `over_request`, and whoever is not active in the programme. */
  async apply(
    once: Once,
    me: Actor,
    callId: string,
    body: CallApplicationBody,
  ): Promise<CallApplicationView> {
    const { programId, state: seen } = await this.calls.get(callId);
    if (seen === 'draft') throw refusal(grantsRefusals, 'not_found');
    await this.candidates.mayApply(me, programId);
    const collaborators = await this.candidates.named(body.collaborators);
    return this.idempotency.run(once, async (tx) => {
      const call = await this.calls.lock(tx, callId);
      if (call.state !== 'open' || isOver(call))
        throw refusal(grantsRefusals, 'call_not_open', { state: call.state, closesAt: call.closesAt });
      const id = newId('gra');
      if (
        !(await this.applications.insert(
          tx,
          { id, callId, personId: me.id },
          this.text(call, body, collaborators),
        ))
      )
        throw refusal(grantsRefusals, 'applied_already');
      await this.audit.record(tx, me, 'call.apply', id, { callId, requested: body.amount });
      if (body.submit) await this.take(tx, me, call, id, 'submit');
      return this.views.own(tx, me, call, id);
    });
  }

  /** Rewrites a draft; refuses `application_locked` once it is handed in. */
  async update(once: Once, me: Actor, id: string, body: CallApplicationBody): Promise<CallApplicationView> {
    const seen = await this.ownOf(me, id);
    const collaborators = await this.candidates.named(body.collaborators);
    return this.idempotency.run(once, async (tx) => {
      const call = await this.calls.lock(tx, seen.callId);
      const row = await this.applications.lock(tx, id);
      if (row.state !== 'draft') throw refusal(grantsRefusals, 'application_locked');
      if (call.state !== 'open' || isOver(call))
        throw refusal(grantsRefusals, 'call_not_open', { state: call.state });
      await this.applications.rewrite(tx, id, this.text(call, body, collaborators));
      await this.audit.record(tx, me, 'call.rewrite', id, { requested: body.amount });
      if (body.submit) await this.take(tx, me, call, id, 'submit');
      return this.views.own(tx, me, call, id);
    });
  }

  /** Hands in, takes back before the deadline, or withdraws. */
  async act(once: Once, me: Actor, id: string, verb: ApplicationVerb): Promise<CallApplicationView> {
    const seen = await this.ownOf(me, id);
    return this.idempotency.run(once, async (tx) => {
      const call = await this.calls.lock(tx, seen.callId);
      await this.take(tx, me, call, id, verb);
      return this.views.own(tx, me, call, id);
    });
  }

  private async take(tx: Tx, me: Actor, call: CallEntity, id: string, verb: ApplicationVerb): Promise<void> {
    if (verb === 'withdraw') await this.forget(tx, call, id);
    const row = await this.applications.lock(tx, id);
    const facts = { ...NOBODYS, isOwn: row.personId === me.id, call: call.state, isOver: isOver(call) };
    const decision = decide(applicationWorkflow, row.state, verb, me, facts);
    if (decision.kind === 'already') return;
    if (decision.kind === 'refused')
      throw refusedMove(grantsRefusals, decision.code, applicationWorkflow, row.state, verb);
    await this.applications.move(tx, { id, verb, from: row.state, to: decision.to, actor: me });
    if (verb !== 'withdraw') await this.applications.stampHandedIn(tx, id, verb === 'submit');
    await this.audit.record(tx, me, `call.${verb}`, id, { callId: call.id });
  }

  /** A decision that nobody was told yet does not stand in the way of leaving, and does not show by it. */
  private async forget(tx: Tx, call: CallEntity, id: string): Promise<void> {
    const { state, awarded, personId } = await this.applications.lock(tx, id);
    if (call.state !== 'closed' || !(state === 'awarded' || state === 'declined' || state === 'reserve'))
      return;
    if (awarded !== null) await this.calls.addAwarded(tx, call.id, -awarded);
    await this.applications.move(tx, { id, verb: 'revise', from: state, to: 'in_review', actor: SYSTEM });
    await this.applications.answer(tx, id, NO_ANSWER);
    await this.audit.record(tx, SYSTEM, 'call.revise', id, { callId: call.id, personId });
  }

  private async ownOf(me: Actor, id: string): Promise<CallApplicationEntity> {
    const row = await this.applications.find(id);
    if (row === null || row.personId !== me.id) throw refusal(grantsRefusals, 'not_found');
    return row;
  }

  private text(
    { budget }: CallEntity,
    body: CallApplicationBody,
    collaborators: readonly Collaborator[],
  ): ApplicationText {
    const requested = BigInt(body.amount);
    if (requested > budget) throw refusal(grantsRefusals, 'over_request');
    const lines =
      body.budgetLines.length === 0 ? [{ what: 'The whole project', amount: body.amount }] : body.budgetLines;
    const total = lines.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
    if (total !== requested)
      throw refusal(grantsRefusals, 'lines_do_not_add_up', { lines: total.toString() });
    return {
      statement: body.statement,
      team: body.team,
      budgetLines: lines.map(({ what, amount }) => ({ what, amount })),
      works: body.works,
      collaborators,
      requested,
    };
  }
}
