import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { may, PeopleService } from '../../access';
import { AppealRepository } from '../appeals/appeal.repository';
import { redressRefusals } from '../contract';
import type { StatementListQuery, StatementOfReasonsView } from './statement.dto';
import type { StatementEntity } from './statement.entity';
import { statementView } from './statement.mapping';
import { StatementRepository } from './statement.repository';

/** Reading statements: one's own for artists, all for staff. */
@Injectable()
export class StatementReadingService {
  constructor(
    private readonly statements: StatementRepository,
    private readonly appeals: AppealRepository,
    private readonly people: PeopleService,
  ) {}

  /** Newest first. What waits for a second look is shown to staff only: nothing has happened yet. */
  async list(me: Actor, query: StatementListQuery): Promise<Page<StatementOfReasonsView>> {
    const { cursor, limit, whose, ...filter } = query;
    const isStaff = may(me, 'reasons.read_any') && whose !== 'mine';
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const scope = isStaff ? filter : { ...filter, personId: me.id, isTold: true };
    const rows = await this.statements.list(scope, before, limit + 1);
    const views = await this.views(me, rows);
    return toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => views.get(row.id) as StatementOfReasonsView,
    );
  }

  /** One's own that has taken effect, or any for staff; else `not_found`. */
  async get(me: Actor, id: string): Promise<StatementOfReasonsView> {
    const row = await this.statements.find(id);
    if (row === null || !maySee(row, me)) throw refusal(redressRefusals, 'not_found');
    return (await this.views(me, [row])).get(id) as StatementOfReasonsView;
  }

  private async views(
    me: Actor,
    rows: readonly StatementEntity[],
  ): Promise<Map<string, StatementOfReasonsView>> {
    const now = new Date();
    const [appeals, people] = await Promise.all([
      this.appeals.ofStatements(rows.map(({ id }) => id)),
      this.people.cards(rows.map(({ personId }) => personId)),
    ]);
    return new Map(
      rows.map((row) => {
        const appeal = appeals.find(({ statementId }) => statementId === row.id) ?? null;
        const name = people.get(row.personId)?.name ?? null;
        return [row.id, statementView(row, me, { appeal, name, now })];
      }),
    );
  }
}

/** Whether `me` may read this statement at all. */
export function maySee(row: StatementEntity, me: Actor): boolean {
  return may(me, 'reasons.read_any') || (row.personId === me.id && row.issuedAt !== null);
}
