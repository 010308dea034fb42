import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { available } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { may, PeopleService } from '../../access';
import { enrollmentRefusals, invitationMade } from '../contract';
import {
  INVITATION_VERBS,
  invitationWorkflow,
  type InvitationState,
  type InvitationVerb,
} from '../domain/invitation.workflow';
import { SeatingService } from '../selection/seating.service';
import { InvitationNames } from './invitation-names.service';
import { invitationView, type ProgramInvitationView } from './invitation.dto';
import type { InvitationEntity } from './invitation.entity';
import { InvitationRepository } from './invitation.repository';

const isPersonVerb = (verb: string): verb is InvitationVerb =>
  (INVITATION_VERBS as readonly string[]).includes(verb);

/** Invitations as rows, with who reads them and what each of their steps leaves behind. */
@Injectable()
export class InvitationRecord {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly names: InvitationNames,
    private readonly people: PeopleService,
    private readonly seating: SeatingService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async view(me: Actor, id: string): Promise<ProgramInvitationView> {
    const [view] = await this.views(me, [await this.invitations.get(id)]);
    return view as ProgramInvitationView;
  }

  /** Those of a programme for who runs it; with `programId` null those to the own address. */
  async list(
    me: Actor,
    programId: string | null,
    {
      cursor,
      limit,
      state,
    }: { cursor?: string | undefined; limit: number; state?: InvitationState | undefined },
  ): Promise<Page<ProgramInvitationView>> {
    const before = cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);
    const whose = programId === null ? { email: await this.emailOf(me) } : { programId };
    const rows = await this.invitations.list({ ...whose, state }, before, limit + 1);
    const views = new Map((await this.views(me, rows)).map((view) => [view.id, view]));
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => views.get(row.id) as ProgramInvitationView,
    );
  }

  async room(tx: Tx, programId: string, inviter: string): Promise<{ taken: number; openOfInviter: number }> {
    const taken = await this.seating.lock(tx, programId);
    return { taken, openOfInviter: await this.invitations.countOpen(tx, programId, inviter) };
  }

  async open(
    tx: Tx,
    me: Actor,
    row: Omit<InvitationEntity, 'createdAt' | 'updatedAt' | 'usedBy' | 'applicationId'>,
  ): Promise<void> {
    if (!(await this.invitations.insert(tx, row)))
      throw refusal(enrollmentRefusals, 'already_applied', {
        detail: 'This address has an open invitation already. Withdraw that one to change it.',
      });
    const { id, programId, cohortId, email, expiresAt } = row;
    await this.audit.record(tx, me, 'invitation.open', id, { programId, cohortId });
    const person = await this.people.findByEmail(email);
    if (person !== null)
      await this.outbox.add(tx, invitationMade, {
        invitationId: id,
        programId,
        personId: person.id,
        expiresAt: expiresAt.toISOString(),
      });
  }

  async lock(tx: Tx, id: string): Promise<InvitationEntity> {
    return this.invitations.lock(tx, id);
  }

  async end(tx: Tx, actor: Actor, row: InvitationEntity, verb: string, to: InvitationState): Promise<void> {
    await this.invitations.move(tx, { id: row.id, verb, from: row.state, to, actor });
    await this.audit.record(tx, actor, `invitation.${verb}`, row.id, { programId: row.programId });
  }

  async due(now: Date): Promise<string[]> {
    return this.invitations.listDue(now);
  }

  private async emailOf(me: Actor): Promise<string> {
    return (await this.people.find(me.id))?.email.toLowerCase() ?? '';
  }

  private async views(me: Actor, rows: readonly InvitationEntity[]): Promise<ProgramInvitationView[]> {
    const email = await this.emailOf(me);
    const isStaff = may(me, 'application.review');
    if (rows.some((row) => !isStaff && row.email !== email)) throw refusal(enrollmentRefusals, 'not_found');
    const names = await this.names.of(rows);
    return rows.map((row) => {
      const facts = { isTheirs: row.email === email, isOver: row.expiresAt <= new Date() };
      const verbs = available(invitationWorkflow, row.state, me, facts).filter(isPersonVerb);
      return invitationView(row, names(row), verbs);
    });
  }
}
