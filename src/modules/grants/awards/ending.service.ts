import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { AppealsService, StatementsService, type Issued } from '../../redress';
import { grantsRefusals } from '../contract';
import type { AwardEntity } from './award.entity';
import { AwardRepository } from './award.repository';

const KIND = 'grant_terminated';

/** The reasons for the end of an award, and the appeal against it: both are those of every other decision. */
@Injectable()
export class EndingService {
  constructor(
    private readonly awards: AwardRepository,
    private readonly statements: StatementsService,
    private readonly appeals: AppealsService,
  ) {}

  /**
   * Gives the reasons. `held`: somebody outside of the line looks at it first; leave the award as it is. Refuses
   * `second_look_no` when that look has said no.
   */
  async giveReasons(tx: Tx, actor: Actor, row: AwardEntity, title: string, text: string): Promise<Issued> {
    const issued = await this.statements.issue(tx, {
      kind: KIND,
      subjectId: row.id,
      actId: `terminate.${await this.awards.countMoves(tx, row.id)}`,
      personId: row.personId,
      programId: row.programId,
      ground: 'terms',
      rule: { source: 'criterion', id: 'Agreement of the grant', text: row.agreement },
      facts: `The grant “${title}” is ended. They wrote: “${text}”`,
      remedy:
        'Appeal, and say what was overlooked. The money of the open steps stays held while an appeal is possible.',
      decidedBy: { id: actor.id, role: actor.roles.includes('manager') ? 'manager' : 'admin' },
      snapshot: { call: title, amount: row.amount.toString(), currency: row.currency },
    });
    if (issued.effect === 'dropped') throw refusal(grantsRefusals, 'second_look_no');
    return issued;
  }

  /** Files the appeal where all appeals are heard: by somebody who took no part. */
  async appeal(tx: Tx, me: Actor, awardId: string, text: string): Promise<void> {
    const statement = await this.statements.latest(awardId, [KIND], tx);
    if (statement !== null) await this.appeals.file(tx, me, statement.statementId, text);
  }

  /** What was written when it was ended. */
  async reasonsOf(tx: Tx, awardId: string): Promise<string> {
    return (await this.statements.latest(awardId, [KIND], tx))?.facts ?? '';
  }

  /** The award runs again. Safe twice. */
  async restored(tx: Tx, appealId: string): Promise<void> {
    await this.appeals.restored(tx, appealId);
  }
}
