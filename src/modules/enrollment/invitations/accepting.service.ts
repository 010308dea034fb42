import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { PeopleService } from '../../access';
import { ProgramService } from '../../program';
import type { ApplicationEntity } from '../applications/application.entity';
import { ApplicationRepository } from '../applications/application.repository';
import { enrollmentRefusals } from '../contract';
import { applicationWorkflow } from '../domain/application.workflow';
import { invitationWorkflow } from '../domain/invitation.workflow';
import { selectionFacts, takesArtists } from '../domain/selection-facts';
import { SeatingService } from '../selection/seating.service';
import type { InvitationEntity } from './invitation.entity';
import { InvitationRepository } from './invitation.repository';

/** Taking a seat that was held out: once, by the address that it was held out to. */
@Injectable()
export class AcceptingService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly invitations: InvitationRepository,
    private readonly applications: ApplicationRepository,
    private readonly programs: ProgramService,
    private readonly people: PeopleService,
    private readonly seating: SeatingService,
  ) {}

  /** Id of the enrollment. Refuses `invitation_spent`, `invitation_not_yours`, `programme_not_open`, `in_already`. */
  async accept(once: Once, me: Actor, id: string): Promise<string> {
    const [{ programId }, person] = await Promise.all([this.invitations.get(id), this.people.find(me.id)]);
    const program = await this.programs.get(programId);
    const { enrollmentId } = await this.idempotency.run(once, async (tx) => {
      const row = await this.invitations.lock(tx, id);
      const isTheirs = row.email === person?.email.toLowerCase();
      if (!isTheirs) throw refusal(enrollmentRefusals, 'not_found');
      const facts = { isTheirs, isOver: row.expiresAt <= new Date() };
      const decision = decide(invitationWorkflow, row.state, 'accept', me, facts);
      if (decision.kind === 'refused' && decision.code === 'not_allowed')
        throw refusedMove(enrollmentRefusals, decision.code, invitationWorkflow, row.state, 'accept');
      if (decision.kind !== 'move') throw refusal(enrollmentRefusals, 'invitation_spent');
      if (!takesArtists(program)) throw refusal(enrollmentRefusals, 'programme_not_open');
      await this.seating.lock(tx, programId);
      const application = await this.application(tx, row, me);
      const move = { id, verb: 'accept', from: row.state, to: decision.to, actor: me };
      await this.invitations.use(tx, move, me.id, application.id);
      const note = { invitationId: id };
      return {
        enrollmentId: await this.seating.seat(tx, SYSTEM, application, 'admit', {
          note,
          cohortId: row.cohortId,
        }),
      };
    });
    return enrollmentId;
  }

  /** The one that is there, or an empty one: whoever is invited need not write any. */
  private async application(
    tx: Tx,
    { programId, note }: InvitationEntity,
    me: Actor,
  ): Promise<ApplicationEntity> {
    const there = await this.applications.findOfPerson(tx, programId, me.id);
    if (there === null) {
      const id = newId('app');
      const draft = {
        statement: note === '' ? 'By invitation.' : `By invitation: ${note}`,
        portfolio: [],
        answers: {},
      };
      await this.applications.insert(tx, {
        id,
        programId,
        personId: me.id,
        ...draft,
        team: '',
        timeZone: 'UTC',
      });
      return this.applications.lock(tx, id);
    }
    const row = await this.applications.lock(tx, there.id);
    const facts = selectionFacts({
      program: {
        state: 'open',
        applicationsUntil: null,
      },
      policy: null,
      isOwn: false,
      reviews: 0,
      seatsLeft: 1,
      reasons: null,
      now: new Date(),
    });
    if (decide(applicationWorkflow, row.state, 'admit', SYSTEM, facts).kind !== 'move')
      throw refusal(enrollmentRefusals, 'in_already', { state: row.state });
    return row;
  }
}
