import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { available, decide, refusedMove } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { CallApplicationRepository } from '../applications/call-application.repository';
import { grantsRefusals } from '../contract';
import { callWorkflow, type CallVerb } from '../domain/call.workflow';
import { CallStepsService } from './call-steps.service';
import { callView, type CallView } from './call.dto';
import type { CallEntity } from './call.entity';
import { CallRepository } from './call.repository';
import { factsOf } from './call.service';

/** Takes a call from step to step. What each step brings about stands in `CallStepsService`. */
@Injectable()
export class CallLifeService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly db: Database,
    private readonly calls: CallRepository,
    private readonly applications: CallApplicationRepository,
    private readonly steps: CallStepsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Opens, closes, decides or cancels. Opening holds the budget first and refuses `ledger.insufficient` (402) when it is
   * not there; deciding and cancelling return what was not awarded.
   */
  async act(once: Once, me: Actor, id: string, verb: CallVerb): Promise<CallView> {
    return this.idempotency.run(once, async (tx) => {
      const row = await this.take(tx, me, id, verb);
      const undecided = await this.undecided(tx, id);
      return callView(row, available(callWorkflow, row.state, me, factsOf(row, undecided)), new Date());
    });
  }

  /** Closes calls whose deadline has passed; returns how many. */
  async closeDue(): Promise<number> {
    const due = await this.calls.closing(50);
    for (const id of due) await this.db.tx((tx) => this.take(tx, SYSTEM, id, 'close'));
    return due.length;
  }

  private async take(tx: Tx, actor: Actor, id: string, verb: CallVerb): Promise<CallEntity> {
    const row = await this.calls.lock(tx, id);
    const facts = factsOf(row, await this.undecided(tx, id));
    const decision = decide(callWorkflow, row.state, verb, actor, facts);
    if (decision.kind === 'already') return row;
    if (decision.kind === 'refused')
      throw decision.code === 'call_incomplete'
        ? refusal(grantsRefusals, 'call_incomplete', { missing: facts.missing })
        : refusedMove(grantsRefusals, decision.code, callWorkflow, row.state, verb);
    await this.steps.take(tx, actor, row, verb);
    if (!(await this.calls.move(tx, { id, verb, from: row.state, to: decision.to, actor })))
      throw refusedMove(grantsRefusals, 'wrong_state', callWorkflow, row.state, verb);
    await this.audit.record(tx, actor, `call.${verb}`, id, { from: row.state, to: decision.to });
    return this.calls.lock(tx, id);
  }

  private async undecided(tx: Tx, id: string): Promise<number> {
    return (await this.applications.countUndecided([id], tx)).get(id) ?? 0;
  }
}
