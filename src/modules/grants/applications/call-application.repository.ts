import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import { grantsRefusals } from '../contract';
import { CALL_OFF, COUNT_UNDECIDED, TO_REVIEW } from './call-application.sql';
import { CallApplicationEntity, type BudgetLine, type Collaborator } from './call-application.entity';

const TABLES = { table: 'grants_applications', history: 'grants_applications_history' } as const;

/** What an applicant writes. */
export interface ApplicationText {
  readonly statement: string;
  readonly team: string;
  readonly budgetLines: readonly BudgetLine[];
  readonly works: readonly string[];
  readonly collaborators: readonly Collaborator[];
  readonly requested: bigint;
}

/** What a decision writes beside the state. */
export type Answer = Pick<
  CallApplicationEntity,
  'reasons' | 'departure' | 'awarded' | 'plan' | 'reservePlace' | 'reserveAmount' | 'decidedBy'
>;

export const NO_ANSWER: Answer = {
  reasons: null,
  departure: null,
  awarded: null,
  plan: [],
  reservePlace: null,
  reserveAmount: null,
  decidedBy: null,
};

@Injectable()
export class CallApplicationRepository {
  constructor(private readonly db: Database) {}

  /** `false`: this person has applied to this call already. */
  async insert(
    tx: Tx,
    { id, callId, personId }: Pick<CallApplicationEntity, 'id' | 'callId' | 'personId'>,
    text: ApplicationText,
  ): Promise<boolean> {
    const inserted = await tx.run(
      `INSERT INTO grants_applications (id, call_id, person_id, statement, team, budget_lines, works, collaborators, requested, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'draft') ON CONFLICT (call_id, person_id) DO NOTHING`,
      [id, callId, personId, ...values(text)],
    );
    return inserted === 1;
  }

  /** Under the lock of the application, which is a draft. */
  async rewrite(tx: Tx, id: string, text: ApplicationText): Promise<void> {
    await tx.run(
      `UPDATE grants_applications SET statement = $2, team = $3, budget_lines = $4, works = $5, collaborators = $6,
         requested = $7, updated_at = now() WHERE id = $1`,
      [id, ...values(text)],
    );
  }

  async find(id: string): Promise<CallApplicationEntity | null> {
    return this.db.manager.findOneBy(CallApplicationEntity, { id });
  }

  /** For update; refuses `not_found`. */
  async lock(tx: Tx, id: string): Promise<CallApplicationEntity> {
    const row = await tx.manager.findOne(CallApplicationEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (row === null) throw refusal(grantsRefusals, 'not_found');
    return row;
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** Under the lock: what a decision says, before the move, because the table knows no decision without it. */
  async answer(tx: Tx, id: string, answer: Answer): Promise<void> {
    await tx.run(
      `UPDATE grants_applications SET reasons = $2, departure = $3, awarded = $4, plan = $5, reserve_place = $6,
         reserve_amount = $7, decided_by = $8, decided_at = CASE WHEN $8::text IS NULL THEN NULL ELSE now() END WHERE id = $1`,
      [
        id,
        answer.reasons,
        answer.departure,
        answer.awarded,
        JSON.stringify(answer.plan),
        answer.reservePlace,
        answer.reserveAmount,
        answer.decidedBy,
      ],
    );
  }

  /** Under its lock, back in review: the answer is taken back, and who gave it does not give the next one. */
  async rehear(tx: Tx, { id, decidedBy }: Pick<CallApplicationEntity, 'id' | 'decidedBy'>): Promise<void> {
    await this.answer(tx, id, NO_ANSWER);
    await tx.run('UPDATE grants_applications SET reheard_at = now(), declined_by = $2 WHERE id = $1', [
      id,
      decidedBy,
    ]);
  }

  async stampHandedIn(tx: Tx, id: string, isHandedIn: boolean): Promise<void> {
    await tx.run(`UPDATE grants_applications SET handed_in_at = CASE WHEN $2 THEN now() END WHERE id = $1`, [
      id,
      isHandedIn,
    ]);
  }

  /** Who reviewed it, and who decided. */
  async judgesOf(tx: Tx, id: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT reviewer_id AS id FROM grants_reviews WHERE application_id = $1 AND state = 'completed'
       UNION SELECT actor_id FROM grants_applications_history
       WHERE subject_id = $1 AND verb IN ('award', 'reserve', 'decline', 'revise')`,
      [id],
    );
    return rows.map((row) => row.id);
  }

  async nameFinalist(tx: Tx, id: string): Promise<void> {
    await tx.run('UPDATE grants_applications SET is_finalist = true WHERE id = $1', [id]);
  }

  /** Awards of a person in a programme's calls within 365 days, published or not. */
  async awardsWithinYear(tx: Tx, personId: string, programId: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM grants_applications a JOIN grants_calls c ON c.id = a.call_id
       WHERE a.person_id = $1 AND c.program_id = $2 AND a.state = 'awarded' AND a.decided_at > now() - interval '365 days'`,
      [personId, programId],
    );
    return row?.n ?? 0;
  }

  /** Finalists of a call so far. */
  async countFinalists(tx: Tx, callId: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM grants_applications WHERE call_id = $1 AND is_finalist',
      [callId],
    );
    return row?.n ?? 0;
  }

  async setRanks(tx: Tx, ids: readonly string[], ranks: readonly number[]): Promise<void> {
    await tx.run(
      `UPDATE grants_applications a SET rank = r.rank FROM unnest($1::text[], $2::int[]) AS r (id, rank) WHERE a.id = r.id`,
      [ids, ranks],
    );
  }

  /** The deadline has come: everything handed in goes into review. Returns its ids, sorted. */
  async toReview(tx: Tx, callId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(TO_REVIEW, [callId]);
    return rows.map(({ id }) => id).toSorted();
  }

  /** The call is cancelled: whoever waits is told so. */
  async callOff(tx: Tx, callId: string): Promise<void> {
    await tx.run(CALL_OFF, [callId, 'The call was cancelled before anybody was decided on.']);
  }

  /** Everything that was handed in by the deadline, whatever became of it: the list of the draw. */
  async handedIn(tx: Tx, callId: string): Promise<CallApplicationEntity[]> {
    return tx.manager
      .createQueryBuilder(CallApplicationEntity, 'application')
      .where(
        `application.callId = :callId AND EXISTS (SELECT 1 FROM grants_applications_history h
           WHERE h.subject_id = application.id AND h.verb = 'review')`,
        { callId },
      )
      .orderBy('application.id')
      .getMany();
  }

  /** Of one call in one of `states`, by place on the reserve list, then rank. */
  async among(tx: Tx, callId: string, states: readonly string[]): Promise<CallApplicationEntity[]> {
    return tx.manager
      .createQueryBuilder(CallApplicationEntity, 'application')
      .where('application.callId = :callId AND application.state IN (:...states)', { callId, states })
      .orderBy('application.reservePlace', 'ASC', 'NULLS LAST')
      .addOrderBy('application.rank', 'ASC', 'NULLS LAST')
      .getMany();
  }

  /** How many applications of each call wait for an answer; calls without any are missing. Inside of a transaction hand over `tx`. */
  async countUndecided(callIds: readonly string[], tx?: Tx): Promise<Map<string, number>> {
    const rows = await (tx === undefined
      ? this.db.read<{ id: string; n: number }>(COUNT_UNDECIDED, [callIds])
      : tx.query<{ id: string; n: number }>(COUNT_UNDECIDED, [callIds]));
    return new Map(rows.map(({ id, n }) => [id, n]));
  }

  /** Newest first; `personId` limits to one applicant, who sees drafts too. */
  async list(
    filter: { readonly callId?: string; readonly personId?: string },
    cursor: string | undefined,
    limit: number,
  ): Promise<Page<CallApplicationEntity>> {
    const { callId, personId } = filter;
    const query = this.db.manager
      .createQueryBuilder(CallApplicationEntity, 'application')
      .orderBy('application.id', 'DESC')
      .take(limit + 1);
    if (callId !== undefined) query.andWhere('application.callId = :callId', { callId });
    if (personId !== undefined) query.andWhere('application.personId = :personId', { personId });
    else query.andWhere(`application.state <> 'draft'`);
    if (cursor !== undefined)
      query.andWhere('application.id < :after', { after: decodeCursor(cursor, 1)[0] });
    return toPage(
      await query.getMany(),
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }
}

function values(text: ApplicationText): unknown[] {
  return [
    text.statement,
    text.team,
    JSON.stringify(text.budgetLines),
    JSON.stringify(text.works),
    JSON.stringify(text.collaborators),
    text.requested,
  ];
}
