import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { decodeCursor, toPage } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { available, decide, refusedMove } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { lookDecided, redressRefusals } from '../contract';
import {
  isSameLine,
  lookWorkflow,
  VERDICT_LENGTH,
  type LookFacts,
  type LookVerb,
} from '../domain/look.workflow';
import { StatementReadingService } from '../statements/reading.service';
import type { StatementEntity } from '../statements/statement.entity';
import { StatementRepository } from '../statements/statement.repository';
import { StatementsService } from '../statements/statement.service';
import type { LookListQuery, LookPage, LookView } from './look.dto';
import type { LookEntity } from './look.entity';
import { LookRepository } from './look.repository';

const FILLED = 'x'.repeat(VERDICT_LENGTH);

/** Second looks: taken by somebody outside of the line, with reasons, before an act takes effect or soon after. */
@Injectable()
export class LooksService {
  constructor(
    private readonly db: Database,
    private readonly looks: LookRepository,
    private readonly rows: StatementRepository,
    private readonly statements: StatementsService,
    private readonly reading: StatementReadingService,
    private readonly outbox: Outbox,
  ) {}

  /** What waits, the most urgent first; or what is closed, newest first. */
  async list(me: Actor, { show, cursor, limit }: LookListQuery): Promise<LookPage> {
    const isOpen = show === undefined;
    const key = cursor === undefined ? null : decodeCursor(cursor, isOpen ? 2 : 1).map(String);
    const [due = '', id = ''] = key ?? [];
    const after = key === null || Number.isNaN(Date.parse(due)) ? null : ([due, id] as const);
    const rows = isOpen
      ? await this.looks.listOpen(me.id, after, limit + 1)
      : await this.looks.listClosed(key?.[0] ?? null, limit + 1);
    const keyOf = (row: LookEntity) => (isOpen ? [row.dueAt.toISOString(), row.id] : [row.id]);
    const page = toPage(rows, limit, keyOf, (row) => row);
    return { items: await Promise.all(page.items.map((row) => this.view(me, row))), next: page.next };
  }

  async get(me: Actor, id: string): Promise<LookView> {
    const row = await this.looks.find(id);
    if (row === null) throw refusal(redressRefusals, 'not_found');
    return this.view(me, row);
  }

  /** The verdict, with its effect on the statement. Refuses `took_part`, `same_line`, `own_act`, `reasons_missing`. */
  async act(tx: Tx, me: Actor, id: string, verb: LookVerb, given = ''): Promise<void> {
    const row = await this.looks.lock(tx, id);
    const statement = row === null ? null : await this.rows.lock(tx, row.statementId);
    if (row === null || statement === null) throw refusal(redressRefusals, 'not_found');
    const reasons = given.trim();
    const took = (await this.rows.participants([statement.id], tx)).get(statement.id) ?? [];
    const decision = decide(lookWorkflow, row.state, verb, me, factsOf(row, statement, me, took, reasons));
    if (decision.kind === 'refused')
      throw refusedMove(redressRefusals, decision.code, lookWorkflow, row.state, verb);
    if (decision.kind === 'already') return;
    const isPerson = verb !== 'lapse';
    const move = { id, verb, from: row.state, to: decision.to, actor: me };
    if (!(await this.looks.close(tx, move, isPerson ? me.id : null, isPerson ? reasons : null)))
      throw refusal(redressRefusals, 'wrong_state');
    if (isPerson) await this.rows.addParticipants(tx, statement.id, [me.id]);
    await this.statements.note(tx, me, 'look', statement.id, decision.to);
    await this.follow(tx, row, statement, me, verb);
    const {
      id: statementId,
      kind,
      subjectId,
      actId,
      personId,
      programId,
      decidedBy,
      decidedByRole,
    } = statement;
    await this.outbox.add(tx, lookDecided, {
      statementId,
      kind,
      subjectId,
      actId,
      personId,
      programId,
      timing: row.timing,
      verdict: decision.to as 'confirmed' | 'rejected' | 'lapsed',
      decidedBy,
      decidedByRole,
      reasons: isPerson ? reasons : null,
    });
  }

  /** What waited for a verdict for too long does not take effect. Returns how many. */
  async sweep(): Promise<number> {
    const due = await this.looks.listOverdue();
    for (const id of due) await this.db.tx((tx) => this.act(tx, SYSTEM, id, 'lapse'));
    return due.length;
  }

  private async follow(
    tx: Tx,
    { timing }: LookEntity,
    statement: StatementEntity,
    me: Actor,
    verb: LookVerb,
  ): Promise<void> {
    if (verb === 'confirm') {
      if (timing === 'before') await this.statements.step(tx, statement, 'takeEffect', me);
      return;
    }
    await this.statements.step(tx, statement, timing === 'before' ? 'drop' : 'annul', me);
  }

  private async view(me: Actor, row: LookEntity): Promise<LookView> {
    const [statement, full, took] = await Promise.all([
      this.reading.get(me, row.statementId),
      this.rows.find(row.statementId),
      this.rows.participants([row.statementId]),
    ]);
    const facts = factsOf(row, full as StatementEntity, me, took.get(row.statementId) ?? [], FILLED);
    return {
      id: row.id,
      state: row.state,
      timing: row.timing,
      statement,
      reasons: row.reasons,
      dueAt: row.dueAt.toISOString(),
      isLate: (row.closedAt ?? new Date()) > row.dueAt,
      closedAt: row.closedAt?.toISOString() ?? null,
      available: available(lookWorkflow, row.state, me, facts).filter((verb) => verb !== 'lapse'),
    };
  }
}

function factsOf(
  row: LookEntity,
  statement: Pick<StatementEntity, 'personId'>,
  me: Pick<Actor, 'id' | 'roles'>,
  took: readonly string[],
  reasons: string,
): LookFacts {
  return {
    tookPart: took.includes(me.id),
    isOwn: statement.personId === me.id,
    isSameLine: isSameLine(me.roles, row.line),
    hasReasons: reasons.length >= VERDICT_LENGTH,
    isOverdue: row.dueAt <= new Date(),
  };
}
