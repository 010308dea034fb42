import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { StatementsService } from '../../redress';
import { enrollmentRefusals } from '../contract';
import { enrollmentWorkflow } from '../domain/enrollment.workflow';
import { suspensionFacts, suspensionWorkflow, type SuspensionVerb } from '../domain/suspension.workflow';
import { EnrollmentRepository } from '../enrollment.repository';
import { MoveService } from '../moves.service';
import type { SuspensionEntity } from './suspension.entity';
import { SuspensionRepository } from './suspension.repository';

const KIND = ['enrollment_suspended'] as const;

/** What a suspension does to an enrollment, and how it is undone: both sides always in one transaction. */
@Injectable()
export class SuspensionEffectService {
  constructor(
    private readonly suspensions: SuspensionRepository,
    private readonly enrollments: EnrollmentRepository,
    private readonly moves: MoveService,
    private readonly statements: StatementsService,
    private readonly audit: AuditService,
  ) {}

  /** Notes a proposal. */
  async noteProposal(tx: Tx, actor: Actor, id: string, enrollmentId: string): Promise<void> {
    await this.audit.record(tx, actor, 'suspension.propose', id, { enrollmentId });
  }

  /** Takes `verb` on a locked row. `false`: it is there already. Refuses with the workflow's codes. */
  async step(
    tx: Tx,
    row: SuspensionEntity,
    verb: SuspensionVerb,
    actor: Actor,
    note?: string,
  ): Promise<boolean> {
    const facts = suspensionFacts(row, actor.id, new Date());
    const decision = decide(suspensionWorkflow, row.state, verb, actor, facts);
    if (decision.kind === 'already') return false;
    if (decision.kind === 'refused')
      throw refusedMove(enrollmentRefusals, decision.code, suspensionWorkflow, row.state, verb);
    const { id, state: from } = row;
    if (verb === 'confirm') await this.suspensions.update(tx, id, { confirmedBy: actor.id });
    if (note !== undefined) await this.suspensions.update(tx, id, { note });
    const isMoved = await this.suspensions.move(tx, {
      id,
      verb,
      from,
      to: decision.to,
      actor,
      ...(note !== undefined && { note: { note } }),
    });
    if (!isMoved) throw refusedMove(enrollmentRefusals, 'wrong_state', suspensionWorkflow, from, verb);
    row.state = decision.to;
    await this.audit.record(tx, actor, `suspension.${verb}`, id, { from, to: decision.to });
    return true;
  }

  /**
   * It takes effect now. Where nothing is left to suspend (the artist left, or its end has come meanwhile) it is
   * dropped and its statement ends. Called again it does nothing.
   */
  async begin(tx: Tx, row: SuspensionEntity, actor: Actor): Promise<void> {
    if (row.state !== 'confirmed') return;
    const enrollment = await this.enrollments.lock(tx, row.enrollmentId);
    const facts = { isOwn: false, isCurrent: false, hasStatement: true, leftFrom: null };
    const decision = decide(enrollmentWorkflow, enrollment.state, 'suspend', SYSTEM, facts);
    if (decision.kind !== 'move' || row.endsAt <= new Date()) {
      await this.step(tx, row, 'drop', SYSTEM);
      await this.statements.end(tx, row.enrollmentId, KIND);
      return;
    }
    await this.step(tx, row, 'begin', SYSTEM);
    const { id: suspensionId, statementId, clauseId, termsId, termsVersion, scope } = row;
    await this.enrollments.setSuspension(tx, enrollment.id, {
      suspensionId,
      statementId: statementId ?? '',
      clauseId,
      termsId,
      termsVersion,
      facts: row.facts,
      scope,
      endsAt: row.endsAt.toISOString(),
    });
    const note = { suspensionId, clauseId };
    await this.moves.moveEnrollment(tx, actor, {
      row: enrollment,
      verb: 'suspend',
      to: decision.to,
      note,
    });
  }

  /** It is over by `verb`: generation is open again where it was closed by it. `overturn` leaves its statement alone. */
  async close(
    tx: Tx,
    row: SuspensionEntity,
    verb: 'lift' | 'end' | 'overturn',
    actor: Actor,
    note?: string,
  ): Promise<void> {
    const wasInForce = row.state === 'in_force';
    if (!(await this.step(tx, row, verb, actor, note)) || !wasInForce) return;
    if (verb !== 'overturn') await this.statements.end(tx, row.enrollmentId, KIND, actor);
    const enrollment = await this.enrollments.lock(tx, row.enrollmentId);
    const facts = { isOwn: false, isCurrent: false, hasStatement: false, leftFrom: null };
    const decision = decide(enrollmentWorkflow, enrollment.state, 'reinstate', SYSTEM, facts);
    if (decision.kind !== 'move') return;
    await this.moves.moveEnrollment(tx, actor, { row: enrollment, verb: 'reinstate', to: decision.to });
    await this.enrollments.setSuspension(tx, enrollment.id, null);
  }
}
