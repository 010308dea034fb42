import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { DAY, later } from '../../../kernel/clock';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { appealDecided, appealMessageSent, appealMoved, redressRefusals, type AppealVerb } from '../contract';
import { ANSWER_DAYS, appealWorkflow, OPEN_APPEAL, type AppealState } from '../domain/appeal.workflow';
import { kindRow } from '../domain/kinds';
import { GuardService } from '../looks/guard.service';
import { isAppealable } from '../statements/statement.mapping';
import { StatementRepository } from '../statements/statement.repository';
import { StatementsService } from '../statements/statement.service';
import type { AppealEntity } from './appeal.entity';
import { appealFacts } from './appeal.mapping';
import { AppealRepository } from './appeal.repository';

const SUCCEEDS: readonly AppealState[] = ['overturned', 'partly_overturned'];

/** Appeals: filed by the artist, heard by somebody who took no part, always answered. */
@Injectable()
export class AppealsService {
  constructor(
    private readonly appeals: AppealRepository,
    private readonly rows: StatementRepository,
    private readonly statements: StatementsService,
    private readonly guard: GuardService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** Appeals against one's own statement. Refuses `nothing_to_appeal`, `appeal_too_late`, `already_appealed`. */
  async file(tx: Tx, me: Actor, statementId: string, grounds: string): Promise<string> {
    const row = await this.rows.lock(tx, statementId);
    if (row === null || row.personId !== me.id || row.issuedAt === null)
      throw refusal(redressRefusals, 'not_found');
    if (kindRow(row.kind).isAppealedInPlace === true)
      throw refusal(redressRefusals, 'appealed_in_place', { subjectId: row.subjectId });
    const now = new Date();
    const until = row.appealUntil.toISOString();
    if (row.appealUntil < now) throw refusal(redressRefusals, 'appeal_too_late', { appealUntil: until });
    if (!isAppealable(row, null, now)) throw refusal(redressRefusals, 'nothing_to_appeal');
    const { kind, subjectId, programId } = row;
    const appeal = {
      id: newId('apl'),
      statementId,
      kind,
      subjectId,
      programId,
      appellantId: me.id,
      grounds,
      dueAt: later(now, ANSWER_DAYS * DAY),
    };
    if (!(await this.appeals.insert(tx, appeal))) throw refusal(redressRefusals, 'already_appealed');
    await this.guard.protect(tx, me.id, 'appeal', appeal.id, now);
    await this.tell(tx, appeal, me, { verb: 'file', from: null, to: 'filed', reasons: null });
    return appeal.id;
  }

  /** Takes a step. An answer that overturns is told to the module of the subject, which restores. */
  async act(tx: Tx, me: Actor, id: string, verb: AppealVerb, given = ''): Promise<void> {
    const row = await this.appeals.lock(tx, id);
    if (row === null) throw refusal(redressRefusals, 'not_found');
    const reasons = given.trim();
    const took = (await this.rows.participants([row.statementId], tx)).get(row.statementId) ?? [];
    const decision = decide(appealWorkflow, row.state, verb, me, appealFacts(row, me, took, reasons));
    if (decision.kind === 'refused')
      throw refusedMove(redressRefusals, decision.code, appealWorkflow, row.state, verb);
    if (decision.kind === 'already') {
      if (verb !== 'withdraw' && row.hearerId !== me.id) throw refusal(redressRefusals, 'heard_by_other');
      return;
    }
    const { to } = decision;
    const closes = !OPEN_APPEAL.includes(to);
    if (verb === 'take') await this.appeals.update(tx, id, { hearerId: me.id });
    if (closes)
      await this.appeals.update(tx, id, {
        closedAt: new Date(),
        ...(verb === 'withdraw' ? {} : { reasons }),
      });
    if (!(await this.appeals.move(tx, { id, verb, from: row.state, to, actor: me })))
      throw refusal(redressRefusals, 'wrong_state');
    if (verb === 'giveBack') await this.appeals.update(tx, id, { hearerId: null });
    const answer = closes && verb !== 'withdraw' ? reasons : null;
    await this.tell(tx, row, me, { verb, from: row.state, to, reasons: answer });
    if (SUCCEEDS.includes(to)) await this.overturn(tx, row, to as 'overturned', reasons);
  }

  /** Says something to the other side: the artist, and whoever hears it. Refuses `appeal_closed`, `not_found`. */
  async write(tx: Tx, me: Actor, id: string, body: string): Promise<void> {
    const row = await this.appeals.lock(tx, id);
    const isByArtist = row?.appellantId === me.id;
    if (row === null || (!isByArtist && row.hearerId !== me.id)) throw refusal(redressRefusals, 'not_found');
    if (!OPEN_APPEAL.includes(row.state)) throw refusal(redressRefusals, 'appeal_closed');
    await this.appeals.addMessage(tx, { id: newId('msg'), appealId: id, authorId: me.id, isByArtist, body });
    await this.audit.record(tx, me, 'redress.appeal_message', id, { isByArtist });
    const personId = isByArtist ? row.hearerId : row.appellantId;
    if (personId !== null)
      await this.outbox.add(tx, appealMessageSent, { appealId: id, personId, isByArtist });
  }

  /** The module of the subject has brought back what was taken. Safe twice. */
  async restored(tx: Tx, id: string): Promise<void> {
    await this.appeals.update(tx, id, { restoredAt: new Date() });
  }

  /** Whether one of these subjects is under appeal, or won one that is not restored yet. */
  async hasOpen(tx: Tx, subjectIds: readonly string[]): Promise<boolean> {
    return this.appeals.hasOpen(tx, subjectIds);
  }

  private async overturn(
    tx: Tx,
    row: AppealEntity,
    outcome: 'overturned' | 'partly_overturned',
    reasons: string,
  ): Promise<void> {
    const statement = await this.rows.lock(tx, row.statementId);
    if (statement === null) throw refusal(redressRefusals, 'not_found');
    await this.statements.step(tx, statement, outcome === 'overturned' ? 'annul' : 'revise', SYSTEM);
    const { id: appealId, statementId, kind, subjectId, programId, appellantId: personId } = row;
    const { actId } = statement;
    await this.outbox.add(tx, appealDecided, { appealId, statementId, kind, subjectId, actId, personId, programId, outcome, reasons }); // prettier-ignore
  }

  private async tell(
    tx: Tx,
    row: Pick<AppealEntity, 'id' | 'statementId' | 'kind' | 'subjectId' | 'programId' | 'appellantId'>,
    actor: Actor,
    move: { verb: AppealVerb | 'file'; from: AppealState | null; to: AppealState; reasons: string | null },
  ): Promise<void> {
    const { id: appealId, statementId, kind, subjectId, programId, appellantId: personId } = row;
    await this.audit.record(tx, actor, `redress.appeal_${move.verb}`, appealId, { statementId, ...move });
    await this.outbox.add(tx, appealMoved, { appealId, statementId, kind, subjectId, personId, programId, ...move }); // prettier-ignore
  }
}
