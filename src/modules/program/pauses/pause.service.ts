import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { may } from '../../access';
import { AuditService } from '../../audit';
import { pauseMoved, programRefusals } from '../contract';
import { pauseWorkflow, type PauseVerb } from '../domain/pause.workflow';
import { planAfterPause } from '../domain/paused';
import { ProgramRepository } from '../program.repository';
import { pauseView, type PauseBody, type PauseView } from './pause.dto';
import { PauseRepository } from './pause.repository';

/** Pausing a whole programme: the large tool, for when a single key is not what is wrong. */
@Injectable()
export class PauseService {
  constructor(
    private readonly db: Database,
    private readonly pauses: PauseRepository,
    private readonly programs: ProgramRepository,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** A proposal, which does nothing until another person confirms it. Refuses `not_found`, `pause_proposed`. */
  async propose(me: Actor, programId: string, { reason, minutes }: PauseBody): Promise<PauseView> {
    const program = await this.programs.get(programId);
    const id = newId('pau');
    await this.db.tx(async (tx) => {
      const row = { id, programId: program.id, reason, minutes, proposedBy: me.id };
      if (!(await this.pauses.insert(tx, row))) throw refusal(programRefusals, 'pause_proposed');
      await this.audit.record(tx, me, 'program.propose_pause', id, {
        programId: program.id,
        reason,
        minutes,
      });
    });
    return this.get(me, id);
  }

  /** Refuses `own_pause`, `wrong_state`, `not_found`. Effective everywhere within a second. */
  async act(me: Actor, id: string, verb: PauseVerb): Promise<PauseView> {
    await this.db.tx((tx) => this.step(tx, me, id, verb));
    return this.get(me, id);
  }

  /** Every pause, newest first; proposals only for those who decide about them. */
  async list(me: Actor, programId: string | null): Promise<PauseView[]> {
    const rows = await this.pauses.list(programId, may(me, 'incident.manage'));
    return rows.map((row) => pauseView(row, me));
  }

  /** Ends what is over, and proposals that nobody confirmed; how many. Driven by the clock. */
  async tend(): Promise<number> {
    return this.db.tx(async (tx) => {
      const due = await this.pauses.lockDue(tx);
      for (const id of due) {
        const row = await this.pauses.lock(tx, id);
        if (row !== null) await this.step(tx, SYSTEM, id, row.state === 'active' ? 'expire' : 'lapse');
      }
      return due.length;
    });
  }

  private async get(me: Actor, id: string): Promise<PauseView> {
    const row = await this.pauses.find(id);
    if (row === null) throw refusal(programRefusals, 'not_found');
    return pauseView(row, me);
  }

  /** Whoever still wants to apply. One that is ended early takes nothing back: people have read the later date. */
  private async extend(
    tx: Tx,
    me: Actor,
    programId: string,
    pause: { startsAt: Date; endsAt: Date },
  ): Promise<void> {
    const before = await this.programs.lock(tx, programId);
    const after = planAfterPause(before, pause);
    if (after !== before) await this.programs.change(tx, before, after, me.id);
  }

  private async step(tx: Tx, me: Actor, id: string, verb: PauseVerb): Promise<void> {
    const row = await this.pauses.lock(tx, id);
    if (row === null) throw refusal(programRefusals, 'not_found');
    const decision = decide(pauseWorkflow, row.state, verb, me, { isProposer: row.proposedBy === me.id });
    if (decision.kind === 'refused')
      throw refusedMove(programRefusals, decision.code, pauseWorkflow, row.state, verb);
    if (decision.kind === 'already') return;
    if (verb === 'confirm') await this.pauses.begin(tx, id, me.id);
    if (verb === 'end') await this.pauses.cutShort(tx, id, me.id);
    await this.pauses.move(tx, { id, verb, from: row.state, to: decision.to, actor: me });
    const { startsAt, endsAt } = (await this.pauses.lock(tx, id)) ?? row;
    await this.audit.record(tx, me, `program.${verb}_pause`, id, {
      programId: row.programId,
      reason: row.reason,
    });
    if (startsAt === null || endsAt === null) return;
    if (decision.to === 'active') await this.extend(tx, me, row.programId, { startsAt, endsAt });
    await this.outbox.add(tx, pauseMoved, {
      pauseId: id,
      programId: row.programId,
      to: decision.to as 'active' | 'ended',
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      reason: row.reason,
      by: me.id,
    });
  }
}
