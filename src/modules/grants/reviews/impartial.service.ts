import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import type { Tx } from '../../../platform/db/database';
import { conflictOf } from '../../enrollment/contract';
import type { CallApplicationEntity } from '../applications/call-application.entity';
import { ReviewRepository } from './review.repository';

/** Who may judge an application: nobody who declared a conflict, is of the same team or worked on it. */
@Injectable()
export class ImpartialService {
  constructor(private readonly reviews: ReviewRepository) {}

  async isConflicted(tx: Tx, me: Actor, row: CallApplicationEntity): Promise<boolean> {
    const declared = await this.reviews.conflicts(row.callId, tx);
    if (declared.some((one) => one.applicationId === row.id && one.reviewerId === me.id)) return true;
    const panel = await this.reviews.panel(row.callId, tx);
    const team = panel.find(({ personId }) => personId === me.id)?.team ?? '';
    const collaborators = row.collaborators.flatMap((one) => (one.personId === null ? [] : [one.personId]));
    const kind = conflictOf(
      { personId: me.id, team },
      { applicationId: row.id, personId: row.personId, team: row.team, collaborators },
    );
    return kind !== null && kind !== 'own';
  }
}
