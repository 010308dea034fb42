import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor, type Role } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { PeopleService } from '../../access';
import { AuditService } from '../../audit';
import { StatementsService, type Issued } from '../../redress';
import { feedbackRefusals, payVoided, taskSeatMoved, voidDropped } from '../contract';
import { VOID_REASONS, type VoidState, type VoidVerb } from '../domain/void.workflow';
import type { VoidEntity } from './void.entity';
import { VoidRepository, type NewVoid } from './void.repository';

const REMEDY =
  'Read what was found. If it is wrong, appeal within six months: somebody who took no part hears it, and pay that was ' +
  'taken back wrongly is owed again.';

/** What a void does, and how it is undone: statement, seat and news of the pay in one transaction. */
@Injectable()
export class VoidEffectService {
  constructor(
    private readonly voids: VoidRepository,
    private readonly statements: StatementsService,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  async noteProposal(tx: Tx, me: Actor, { id, subject, subjectId, reason }: NewVoid): Promise<void> {
    await this.audit.record(tx, me, 'void.propose', id, { subject, subjectId, reason });
  }

  /** The second person confirms: its statement is issued, and it takes effect unless a second look comes first. */
  async confirm(tx: Tx, row: VoidEntity, me: Actor, answer: string): Promise<void> {
    // Held already: whoever confirmed first stays the second person.
    const second = row.decidedBy ?? me.id;
    await this.voids.update(tx, row.id, { decidedBy: second, ...(answer !== '' && { answer }) });
    const issued = await this.issue(tx, row, second);
    if (issued.effect === 'in_force') await this.takeEffect(tx, row, me);
    if (issued.effect === 'dropped') await this.drop(tx, row, SYSTEM, '');
  }

  /** Pay is taken back now. Called again it does nothing. */
  async takeEffect(tx: Tx, row: VoidEntity, actor: Actor): Promise<void> {
    if (row.state !== 'proposed') return;
    await this.step(tx, row, 'confirm', 'confirmed', actor);
    await this.moveSeat(tx, row, 'void');
    await this.tell(tx, row, 'confirmed');
  }

  /** Nothing comes of it: told to the artist, and to whoever proposed it. */
  async drop(tx: Tx, row: VoidEntity, actor: Actor, answer: string): Promise<void> {
    if (row.state !== 'proposed') return;
    if (answer !== '') await this.voids.update(tx, row.id, { answer });
    await this.step(tx, row, 'drop', 'dropped', actor);
    await this.statements.end(tx, row.payRef, ['earning_voided']);
    const { id: voidId, subject, subjectId, programId, personId, proposedBy } = row;
    const about = { voidId, subject, subjectId, programId, isLookedAt: row.decidedBy !== null };
    await this.outbox.add(tx, voidDropped, { ...about, personId, as: 'artist' });
    if (actor.id !== proposedBy)
      await this.outbox.add(tx, voidDropped, { ...about, personId: proposedBy, as: 'proposer' });
  }

  /** An appeal succeeded: the pay is owed again. Called again it does nothing. */
  async overturn(tx: Tx, row: VoidEntity, reasons: string): Promise<void> {
    if (row.state !== 'confirmed') return;
    await this.voids.update(tx, row.id, { answer: reasons });
    await this.step(tx, row, 'overturn', 'overturned', SYSTEM);
    await this.moveSeat(tx, row, 'restore');
    await this.tell(tx, row, 'overturned');
  }

  private async step(tx: Tx, row: VoidEntity, verb: VoidVerb, to: VoidState, actor: Actor): Promise<void> {
    const { id, state: from, reason } = row;
    if (!(await this.voids.move(tx, { id, verb, from, to, actor })))
      throw refusal(feedbackRefusals, 'wrong_state', { state: from, verb });
    await this.audit.record(tx, actor, `void.${verb}`, id, { from, to, reason });
  }

  private async tell(tx: Tx, row: VoidEntity, to: 'confirmed' | 'overturned'): Promise<void> {
    const { id: voidId, subject, payRef, personId, programId, reason } = row;
    await this.outbox.add(tx, payVoided, { voidId, subject, payRef, personId, programId, reason, to });
  }

  private async moveSeat(tx: Tx, row: VoidEntity, verb: 'void' | 'restore'): Promise<void> {
    if (row.subject !== 'task_seat') return;
    const [from, to] =
      verb === 'void' ? (['accepted', 'voided'] as const) : (['voided', 'accepted'] as const);
    const seat = await this.voids.moveSeat(tx, row.subjectId, { verb, from, to, actor: SYSTEM });
    if (seat !== null)
      await this.outbox.add(tx, taskSeatMoved, { seatId: row.subjectId, ...seat, verb, from, to });
  }

  /** Under the name of its pay: of what was filed without a name the statement does not lead to the item. */
  private async issue(tx: Tx, row: VoidEntity, secondId: string): Promise<Issued> {
    const { id, subject, payRef, personId, programId, reason, facts, proposedBy } = row;
    return this.statements.issue(tx, {
      kind: 'earning_voided',
      subjectId: payRef,
      actId: id,
      personId,
      programId,
      ground: 'evidence',
      rule: { source: 'criterion', id: `Reasons for taking pay back: ${reason}`, text: VOID_REASONS[reason] },
      facts,
      remedy: REMEDY,
      decidedBy: { id: proposedBy, role: await this.roleOf(tx, proposedBy) },
      confirmedBy: { id: secondId, role: await this.roleOf(tx, secondId) },
      snapshot: { subject, reason },
    });
  }

  private async roleOf(tx: Tx, id: string): Promise<Role> {
    const roles = (await this.people.find(id, tx))?.roles ?? [];
    return roles.includes('manager') ? 'manager' : 'admin';
  }
}
