import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { StatementsService } from '../../redress';
import type { ApplicationEntity, DeclineReason } from '../applications/application.entity';
import { ApplicationRepository } from '../applications/application.repository';
import { enrollmentRefusals } from '../contract';
import { declineParts } from '../domain/decline-rules';
import { MoveService } from '../moves.service';
import { ReviewRepository } from './review.repository';

/** Declines an application with its statement of reasons; a second look outside of the line may come first. */
@Injectable()
export class DecliningService {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly reviews: ReviewRepository,
    private readonly statements: StatementsService,
    private readonly moves: MoveService,
  ) {}

  /**
   * Declines a locked row. Where a second look comes first everything stays as it is, and the verdict does it. Refuses
   * `second_look_no` when that look has said no.
   */
  async decline(
    tx: Tx,
    me: Actor,
    row: ApplicationEntity,
    reasons: readonly DeclineReason[],
    note?: string,
  ): Promise<void> {
    const { id: subjectId, personId, programId } = row;
    const { effect } = await this.statements.issue(tx, {
      kind: 'application_declined',
      subjectId,
      actId: `decline.${await this.applications.countMoves(tx, subjectId)}`,
      personId,
      programId,
      ...declineParts(reasons),
      decidedBy: { id: me.id, role: me.roles.includes('manager') ? 'manager' : 'admin' },
      participants: await this.reviews.reviewersOf(tx, subjectId),
      snapshot: { statement: row.statement, portfolio: row.portfolio, team: row.team },
    });
    if (effect === 'dropped') throw refusal(enrollmentRefusals, 'second_look_no');
    await this.applications.setReasons(tx, subjectId, reasons);
    if (effect === 'in_force') await this.finish(tx, me, row, reasons, note);
  }

  /** The decline takes effect. */
  async finish(
    tx: Tx,
    actor: Actor,
    row: ApplicationEntity,
    reasons: readonly DeclineReason[],
    note?: string,
  ): Promise<void> {
    await this.applications.setDecided(tx, row.id);
    const kept = { ...(note !== undefined && { note }), reasons };
    await this.moves.moveApplication(tx, actor, { row, verb: 'decline', to: 'declined', note: kept });
  }

  /** An appeal succeeded: it is open again and decided anew. */
  async reconsider(tx: Tx, actor: Actor, row: ApplicationEntity): Promise<void> {
    await this.applications.clearDecided(tx, row.id);
    await this.moves.moveApplication(tx, actor, { row, verb: 'reconsider', to: 'in_review' });
    // after the move: who is declined has reasons
    await this.applications.setReasons(tx, row.id, []);
  }
}
