import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { refusal } from '../../kernel/refusal';
import { available, decide, refusedMove } from '../../kernel/workflow';
import type { Tx } from '../../platform/db/database';
import { Idempotency, type Once } from '../../platform/idempotency/idempotency';
import { AuditService } from '../audit';
import { LedgerService } from '../ledger';
import { programRefusals, ProgramService } from '../program';
import { CallApplicationRepository } from './call-application.repository';
import { callView, type CallBody, type CallPage, type CallQuery, type CallView } from './call.dto';
import type { CallEntity } from './call.entity';
import { CallRepository, type NewCall } from './call.repository';
import { grantsRefusals, type CallState } from './contract';
import { callWorkflow, type CallFacts, type CallVerb } from './domain/call.workflow';
import { reserved, unspent } from './domain/recipes';

const maySeeDrafts = (me: Actor): boolean => hasRole(me, 'manager') || hasRole(me, 'admin');

/** Grant rounds from draft to decided. The money is there before anybody is asked to apply. */
@Injectable()
export class CallService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly calls: CallRepository,
    private readonly applications: CallApplicationRepository,
    private readonly programs: ProgramService,
    private readonly ledger: LedgerService,
    private readonly audit: AuditService,
  ) {}

  /** Prepares a call; refuses `program.currency_mismatch`. */
  async create(once: Once, me: Actor, { programId, budget, ...body }: CallBody): Promise<CallView> {
    const program = await this.programs.get(programId);
    const { currency } = program;
    if (budget.currency !== currency) throw refusal(programRefusals, 'currency_mismatch', { currency });
    return this.idempotency.run(once, async (tx) => {
      const row: NewCall = {
        id: newId('cal'),
        programId: program.id,
        title: body.title,
        criteria: body.criteria,
        budget: BigInt(budget.amount),
        awarded: 0n,
        currency,
        decidesAt: new Date(body.decidesAt),
        state: callWorkflow.initial,
      };
      await this.calls.insert(tx, row);
      await this.audit.record(tx, me, 'call.create', row.id, {
        programId: program.id,
        budget: row.budget,
        currency,
      });
      return callView(row, this.verbs(me, row, 0));
    });
  }

  /** Newest first; drafts only for those who prepare them. */
  async list(me: Actor, { programId, cursor, limit }: CallQuery): Promise<CallPage> {
    const { items, next } = await this.calls.list(!maySeeDrafts(me), programId, cursor, limit);
    const waiting = await this.applications.countUndecided(items.map(({ id }) => id));
    return { items: items.map((row) => callView(row, this.verbs(me, row, waiting.get(row.id) ?? 0))), next };
  }

  /**
   * Takes one step. Opening moves the budget out of the fund first and refuses `ledger.insufficient` (402) when it is
   * not there; deciding and cancelling return what was not awarded.
   */
  async act(once: Once, me: Actor, id: string, verb: CallVerb): Promise<CallView> {
    return this.idempotency.run(once, async (tx) => {
      const row = await this.calls.lock(tx, id);
      const undecided = (await this.applications.countUndecided([id], tx)).get(id) ?? 0;
      const decision = decide(callWorkflow, row.state, verb, me, { undecided, awarded: row.awarded });
      if (decision.kind === 'refused')
        throw refusedMove(grantsRefusals, decision.code, callWorkflow, row.state, verb);
      if (decision.kind === 'move') await this.move(tx, me, row, verb, decision.to);
      const state = decision.kind === 'move' ? decision.to : row.state;
      return callView({ ...row, state }, this.verbs(me, { ...row, state }, undecided));
    });
  }

  private async move(tx: Tx, actor: Actor, row: CallEntity, verb: CallVerb, to: CallState): Promise<void> {
    const { id, state: from } = row;
    if (verb === 'open') await this.ledger.post(tx, reserved(row));
    const back = verb === 'decide' || (verb === 'cancel' && from !== 'draft') ? unspent(row) : null;
    if (back !== null) await this.ledger.post(tx, back);
    const isMoved = await this.calls.move(tx, { id, verb, from, to, actor });
    if (!isMoved) throw refusedMove(grantsRefusals, 'wrong_state', callWorkflow, from, verb);
    await this.audit.record(tx, actor, `call.${verb}`, id, { from, to });
  }

  private verbs(
    me: Actor,
    { state, awarded }: Pick<CallEntity, 'state' | 'awarded'>,
    undecided: number,
  ): CallVerb[] {
    const facts: CallFacts = { undecided, awarded };
    return available(callWorkflow, state, me, facts);
  }
}
