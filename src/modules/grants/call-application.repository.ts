import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, type Page } from '../../kernel/page';
import { refusal } from '../../kernel/refusal';
import { Database, type Tx } from '../../platform/db/database';
import { moveState, type StateMove } from '../../platform/db/state';
import { CallApplicationEntity } from './call-application.entity';
import { grantsRefusals } from './contract';

const TABLES = { table: 'grants_applications', history: 'grants_applications_history' } as const;

export type NewApplication = Pick<
  CallApplicationEntity,
  'id' | 'callId' | 'personId' | 'statement' | 'requested' | 'state'
>;

@Injectable()
export class CallApplicationRepository {
  constructor(private readonly db: Database) {}

  /** `false`: this person has applied to this call already. */
  async insert(
    tx: Tx,
    { id, callId, personId, statement, requested, state }: NewApplication,
  ): Promise<boolean> {
    const inserted = await tx.run(
      `INSERT INTO grants_applications (id, call_id, person_id, statement, requested, state)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (call_id, person_id) DO NOTHING`,
      [id, callId, personId, statement, requested, state],
    );
    return inserted === 1;
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

  /** Moves a row that is locked; the answer is written first, because the table knows no award without one. */
  async move(tx: Tx, move: StateMove, reasons: string | null, awarded: bigint | null): Promise<boolean> {
    await tx.run('UPDATE grants_applications SET reasons = $2, awarded = $3 WHERE id = $1', [
      move.id,
      reasons,
      awarded,
    ]);
    return moveState(tx, TABLES, move);
  }

  /** How many applications of each call wait for an answer; calls without any are missing. Inside of a transaction hand over `tx`. */
  async countUndecided(callIds: readonly string[], tx?: Tx): Promise<Map<string, number>> {
    const sql = `SELECT call_id AS id, count(*)::int AS n FROM grants_applications
      WHERE call_id = ANY ($1) AND state = 'submitted' GROUP BY call_id`;
    const rows = await (tx === undefined
      ? this.db.read<{ id: string; n: number }>(sql, [callIds])
      : tx.query<{ id: string; n: number }>(sql, [callIds]));
    return new Map(rows.map(({ id, n }) => [id, n]));
  }

  /** Newest first; `personId` limits to one applicant. */
  async list(
    callId: string,
    personId: string | undefined,
    cursor: string | undefined,
    limit: number,
  ): Promise<Page<CallApplicationEntity>> {
    const query = this.db.manager
      .createQueryBuilder(CallApplicationEntity, 'application')
      .where('application.callId = :callId', { callId })
      .orderBy('application.id', 'DESC')
      .take(limit + 1);
    if (personId !== undefined) query.andWhere('application.personId = :personId', { personId });
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
