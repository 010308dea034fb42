import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import { lookDecided, StatementsService, type LookDecided, type StatementCard } from '../../redress';
import { isGround } from '../domain/grounds';
import type { Statement } from '../domain/statement';
import type { SubmissionEntity } from './submission.entity';
import { SubmissionMoveService } from './submission-move.service';
import { SubmissionRepository } from './submission.repository';

const KINDS = ['submission_declined', 'work_taken_down'] as const;

/** A second look has its verdict on a decline or a removal: it is taken now, or never was. */
@Injectable()
export class SecondLookListener {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly moves: SubmissionMoveService,
    private readonly statements: StatementsService,
  ) {}

  @On(lookDecided)
  async onLookDecided(tx: Tx, { payload }: DomainEvent<LookDecided>): Promise<void> {
    const { kind, subjectId, timing, verdict } = payload;
    if (kind !== 'submission_declined' && kind !== 'work_taken_down') return;
    const row = await this.submissions.lock(tx, subjectId);
    if (row === null) return;
    if (timing === 'after') {
      if (verdict !== 'confirmed' && row.state === 'taken_down')
        await this.moves.act(tx, row, 'reinstate', SYSTEM, { note: payload.reasons ?? '' });
      return;
    }
    if (verdict === 'confirmed') await this.take(tx, row, payload);
    else if (row.staged?.isHeld === true) await this.letGo(tx, row);
  }

  private async take(
    tx: Tx,
    row: SubmissionEntity,
    { kind, decidedBy, decidedByRole }: LookDecided,
  ): Promise<void> {
    const verb = kind === 'work_taken_down' ? 'takeDown' : 'decline';
    const isThere = verb === 'takeDown' ? row.state === 'published' : row.staged?.isHeld === true;
    const card = await this.statements.latest(row.id, KINDS, tx);
    // the artist withdrew it meanwhile: nothing is left to refuse
    if (!isThere || card === null) return this.statements.end(tx, row.id, KINDS);
    const actor: Actor = { id: decidedBy, roles: [decidedByRole], via: 'system', keyId: null };
    const leaving = { statement: row.staged?.statement ?? statementOf(card), at: new Date(card.decidedAt) };
    await this.moves.act(tx, row, verb, actor, { leaving });
  }

  /** Back in the queue, for somebody else. */
  private async letGo(tx: Tx, row: SubmissionEntity): Promise<void> {
    const left = { staged: null, stagedUntil: null };
    await this.submissions.update(tx, row.id, left);
    await this.moves.act(tx, { ...row, ...left }, 'expireClaim', SYSTEM);
  }
}

function statementOf(card: StatementCard): Statement {
  const { ground, rule, facts, timecodes, remedy, appealUntil, decidedByRole } = card;
  return {
    ground: isGround(ground) ? ground : 'terms',
    clauseId: rule.id,
    termsVersion: rule.source === 'clause' ? rule.version : 1,
    facts,
    timecodes,
    isAutomated: false,
    remedy,
    appealUntil,
    decidedByRole,
  };
}
