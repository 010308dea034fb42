import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import type { Page } from '../../../kernel/page';
import type { Once } from '../../../platform/idempotency/idempotency';
import { ProgramService } from '../../program';
import type { EnrollmentView } from '../enrollment.dto';
import { MembershipService } from '../membership.service';
import { AcceptingService } from './accepting.service';
import { InvitationRecord } from './invitation-record.service';
import type { ProgramInvitationBody, ProgramInvitationQuery, ProgramInvitationView } from './invitation.dto';
import { InvitingService } from './inviting.service';

/** Invitations: held out, taken, taken back. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly inviting: InvitingService,
    private readonly accepting: AcceptingService,
    private readonly record: InvitationRecord,
    private readonly programs: ProgramService,
    private readonly membership: MembershipService,
  ) {}

  async invite(
    once: Once,
    me: Actor,
    idOrSlug: string,
    body: ProgramInvitationBody,
  ): Promise<ProgramInvitationView> {
    return this.inviting.invite(once, me, idOrSlug, body);
  }

  async list(
    me: Actor,
    idOrSlug: string,
    query: ProgramInvitationQuery,
  ): Promise<Page<ProgramInvitationView>> {
    const { id } = await this.programs.get(idOrSlug);
    return this.record.list(me, id, query);
  }

  /** Those to the own address. */
  async mine(me: Actor, query: ProgramInvitationQuery): Promise<Page<ProgramInvitationView>> {
    return this.record.list(me, null, query);
  }

  async accept(once: Once, me: Actor, id: string): Promise<EnrollmentView> {
    return this.membership.get(me, await this.accepting.accept(once, me, id));
  }

  async withdraw(me: Actor, id: string): Promise<ProgramInvitationView> {
    return this.inviting.withdraw(me, id);
  }
}
