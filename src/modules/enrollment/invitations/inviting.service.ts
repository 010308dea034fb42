import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { DAY, later } from '../../../kernel/clock';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { CohortService, ProgramService } from '../../program';
import { enrollmentRefusals } from '../contract';
import { invitationCap, invitationWorkflow } from '../domain/invitation.workflow';
import { takesArtists } from '../domain/selection-facts';
import { InvitationRecord } from './invitation-record.service';
import type { ProgramInvitationBody, ProgramInvitationView } from './invitation.dto';

/** Holding out seats: to one address, for some days, as many as there are seats. */
@Injectable()
export class InvitingService {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly programs: ProgramService,
    private readonly cohorts: CohortService,
    private readonly record: InvitationRecord,
  ) {}

  /** Refuses `programme_not_open`, `invitations_full`, `cohort_foreign`, `already_applied` for an address with an open one. */
  async invite(
    once: Once,
    me: Actor,
    idOrSlug: string,
    body: ProgramInvitationBody,
  ): Promise<ProgramInvitationView> {
    const program = await this.programs.get(idOrSlug);
    if (!takesArtists(program)) throw refusal(enrollmentRefusals, 'programme_not_open');
    const cohortId = body.cohortId ?? null;
    const cohort = cohortId === null ? undefined : (await this.cohorts.cards([cohortId])).get(cohortId);
    if (cohortId !== null && cohort?.programId !== program.id)
      throw refusal(enrollmentRefusals, 'cohort_foreign');
    const made = await this.idempotency.run(once, async (tx) => {
      const { taken, openOfInviter } = await this.record.room(tx, program.id, me.id);
      // Open invitations are among the taken seats already.
      const cap = invitationCap({ capacity: program.capacity, taken, open: 0, openOfInviter });
      if (cap !== null) throw refusal(enrollmentRefusals, 'invitations_full', { cap });
      const id = newId('inv');
      const email = body.email.trim().toLowerCase();
      const row = { id, programId: program.id, cohortId, email, note: body.note.trim(), invitedBy: me.id };
      await this.record.open(tx, me, {
        ...row,
        expiresAt: later(new Date(), body.days * DAY),
        state: 'open',
      });
      return { id };
    });
    return this.record.view(me, made.id);
  }

  async withdraw(me: Actor, id: string): Promise<ProgramInvitationView> {
    await this.end(me, id, 'withdraw');
    return this.record.view(me, id);
  }

  /** Open ones whose time is over give their seats back. Returns how many. */
  async expire(now = new Date()): Promise<number> {
    const due = await this.record.due(now);
    for (const id of due) await this.end(SYSTEM, id, 'expire');
    return due.length;
  }

  private async end(actor: Actor, id: string, verb: 'withdraw' | 'expire'): Promise<void> {
    await this.db.tx(async (tx) => {
      const row = await this.record.lock(tx, id);
      const decision = decide(invitationWorkflow, row.state, verb, actor, { isTheirs: false, isOver: false });
      if (decision.kind === 'already') return;
      if (decision.kind === 'refused')
        throw refusedMove(enrollmentRefusals, decision.code, invitationWorkflow, row.state, verb);
      await this.record.end(tx, actor, row, verb, decision.to);
    });
  }
}
