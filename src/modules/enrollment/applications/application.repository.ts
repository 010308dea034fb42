import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { decodeCursor, pageRefusals } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import { enrollmentRefusals, type ApplicationState } from '../contract';
import { ApplicationEntity, type DeclineReason } from './application.entity';
import {
  COUNT_BEFORE,
  INSERT_APPLICATION,
  LIST_DRAFTS,
  LIST_PROGRAMS_WITH_DRAFTS,
  LOCK_APPLICATION,
  SAVE_DRAFT,
  SET_PLACE,
  SET_SUBMITTED,
} from './application.sql';

const TABLES = { table: 'enrollment_applications', history: 'enrollment_applications_history' };

/** Ways to walk a list of applications; each has an index of its own. */
export const APPLICATION_SORTS = ['newest', 'due', 'score', 'waiting'] as const;
export type ApplicationSort = (typeof APPLICATION_SORTS)[number];

export interface ApplicationFilter {
  readonly personId?: string | undefined;
  readonly programId?: string | undefined;
  readonly state?: ApplicationState | undefined;
  readonly cohortId?: string | undefined;
  /** Promised for a day that has passed, and not decided. */
  readonly isLate?: boolean | undefined;
  /** Not those that this person may not see: a conflict of interest ends access. */
  readonly unconflicted?: string | undefined;
}

export type Draft = Pick<ApplicationEntity, 'statement' | 'portfolio' | 'answers' | 'team' | 'timeZone'>;
export type NewApplication = Draft & Pick<ApplicationEntity, 'id' | 'programId' | 'personId'>;

type Query = SelectQueryBuilder<ApplicationEntity>;

@Injectable()
export class ApplicationRepository {
  constructor(private readonly db: Database) {}

  async get(id: string): Promise<ApplicationEntity> {
    const row = await this.db.manager.findOneBy(ApplicationEntity, { id });
    if (row === null) throw refusal(enrollmentRefusals, 'not_found');
    return row;
  }

  async findOfPerson(tx: Tx, programId: string, personId: string): Promise<ApplicationEntity | null> {
    return tx.manager.findOneBy(ApplicationEntity, { programId, personId });
  }

  /** From wherever the page before ended; as fast on the last page as on the first. */
  async list(
    filter: ApplicationFilter,
    sort: ApplicationSort,
    cursor: string | undefined,
    limit: number,
  ): Promise<ApplicationEntity[]> {
    const query = this.db.manager.createQueryBuilder(ApplicationEntity, 'a').take(limit);
    narrow(query, filter);
    walk(query, sort, cursor);
    return query.getMany();
  }

  /** Position on the waiting list, 1 is next, of those among `ids` who wait. */
  async positions(ids: readonly string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.read<{ id: string; position: number }>(COUNT_BEFORE, [ids]);
    return new Map(rows.map(({ id, position }) => [id, position]));
  }

  /** Programmes that somebody has a draft in. */
  async listProgramsWithDrafts(): Promise<string[]> {
    const rows = await this.db.read<{ programId: string }>(LIST_PROGRAMS_WITH_DRAFTS);
    return rows.map(({ programId }) => programId);
  }

  async listDrafts(programIds: readonly string[]): Promise<string[]> {
    return (await this.db.read<{ id: string }>(LIST_DRAFTS, [programIds])).map(({ id }) => id);
  }

  async lock(tx: Tx, id: string): Promise<ApplicationEntity> {
    await tx.run(LOCK_APPLICATION, [id]);
    const row = await tx.manager.findOneBy(ApplicationEntity, { id });
    if (row === null) throw refusal(enrollmentRefusals, 'not_found');
    return row;
  }

  /** As a draft. Refuses (409) a second application of a person to a programme. */
  async insert(tx: Tx, row: NewApplication): Promise<void> {
    const { id, programId, personId, statement, portfolio, answers, team, timeZone } = row;
    const values = [id, programId, personId, statement, portfolio, JSON.stringify(answers), team, timeZone];
    if ((await tx.run(INSERT_APPLICATION, values)) === 0)
      throw refusal(enrollmentRefusals, 'already_applied');
  }

  /** `false`: it was saved by somebody else meanwhile. */
  async save(tx: Tx, id: string, revision: number, draft: Draft): Promise<boolean> {
    const { statement, portfolio, answers, team, timeZone } = draft;
    const values = [id, revision, statement, portfolio, JSON.stringify(answers), team, timeZone];
    return (await tx.run(SAVE_DRAFT, values)) === 1;
  }

  /** Who is next in line, locked: at most `limit`. */
  async nextWaiting(tx: Tx, programId: string, limit: number): Promise<ApplicationEntity[]> {
    return tx.manager.find(ApplicationEntity, {
      where: { programId, state: 'waitlisted' },
      order: { waitlistPlace: 'ASC' },
      take: limit,
      lock: { mode: 'pessimistic_write' },
    });
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** Before the move to `declined`: the database refuses one without reasons. */
  async setReasons(tx: Tx, id: string, reasons: readonly DeclineReason[]): Promise<void> {
    await tx.run(`UPDATE enrollment_applications SET reasons = $2 WHERE id = $1`, [
      id,
      JSON.stringify(reasons),
    ]);
  }

  async setSubmitted(
    tx: Tx,
    id: string,
    { formId, digest, decideBy }: Pick<ApplicationEntity, 'formId' | 'digest' | 'decideBy'>,
  ): Promise<void> {
    await tx.run(SET_SUBMITTED, [id, formId, digest, decideBy]);
  }

  /** The first decision counts: from then on no day is late any more. */
  async setDecided(tx: Tx, id: string): Promise<void> {
    await tx.run(
      `UPDATE enrollment_applications SET decided_at = coalesce(decided_at, now()) WHERE id = $1`,
      [id],
    );
  }

  /** It is to be decided anew; its promise is counted from the decision that stands. */
  async clearDecided(tx: Tx, id: string): Promise<void> {
    await tx.run(`UPDATE enrollment_applications SET decided_at = NULL WHERE id = $1`, [id]);
  }

  /** How often it has moved: names one act on it, however often that is tried. */
  async countMoves(tx: Tx, id: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM enrollment_applications_history WHERE subject_id = $1`,
      [id],
    );
    return row?.count ?? 0;
  }

  /** Before the move to `waitlisted`: `place`, or the last. */
  async setPlace(tx: Tx, id: string, reviewAt: Date, place: number | null = null): Promise<void> {
    await tx.run(SET_PLACE, [id, reviewAt, place]);
  }
}

function narrow(query: Query, { cohortId, isLate, unconflicted, ...equal }: ApplicationFilter): void {
  for (const [name, value] of Object.entries(equal))
    if (value !== undefined) query.andWhere(`a.${name} = :${name}`, { [name]: value });
  if (cohortId !== undefined)
    query.andWhere(
      'a.id IN (SELECT e.application_id FROM enrollment_enrollments e WHERE e.cohort_id = :cohortId)',
      { cohortId },
    );
  if (isLate === true)
    query.andWhere(`a.decidedAt IS NULL AND a.decideBy < now() AND a.state IN ('submitted', 'in_review')`);
  if (unconflicted !== undefined)
    query.andWhere(
      'NOT EXISTS (SELECT 1 FROM enrollment_conflicts c WHERE c.reviewer_id = :unconflicted AND c.application_id = a.id)',
      { unconflicted },
    );
}

/** The sort key of a row: what a cursor holds. */
export function keyOf(sort: ApplicationSort): (row: ApplicationEntity) => (string | number)[] {
  if (sort === 'newest') return ({ id }) => [id];
  if (sort === 'due') return ({ decideBy, id }) => [decideBy?.toISOString() ?? '', id];
  if (sort === 'score') return ({ score, id }) => [score ?? 0, id];
  return ({ waitlistPlace }) => [waitlistPlace ?? 0];
}

const number = (part: unknown): number => {
  if (typeof part !== 'number' || !Number.isSafeInteger(part) || Math.abs(part) > 2_147_483_647)
    throw refusal(pageRefusals, 'bad_cursor');
  return part;
};

const moment = (part: unknown): Date => {
  const at = new Date(typeof part === 'string' && /^\d{4}-/.test(part) ? part : NaN);
  if (Number.isNaN(at.getTime())) throw refusal(pageRefusals, 'bad_cursor');
  return at;
};

function walk(query: Query, sort: ApplicationSort, cursor: string | undefined): void {
  const key = cursor === undefined ? null : decodeCursor(cursor, sort === 'due' || sort === 'score' ? 2 : 1);
  switch (sort) {
    case 'newest':
      query.orderBy('a.id', 'DESC');
      if (key !== null) query.andWhere('a.id < :last', { last: String(key[0]) });
      return;
    case 'due':
      query
        .andWhere('a.decidedAt IS NULL AND a.decideBy IS NOT NULL')
        .orderBy('a.decideBy')
        .addOrderBy('a.id');
      if (key !== null)
        query.andWhere('(a.decideBy, a.id) > (:at, :last)', { at: moment(key[0]), last: String(key[1]) });
      return;
    case 'score':
      query.andWhere('a.score IS NOT NULL').orderBy('a.score', 'DESC').addOrderBy('a.id', 'DESC');
      if (key !== null)
        query.andWhere('(a.score, a.id) < (:score, :last)', { score: number(key[0]), last: String(key[1]) });
      return;
    case 'waiting':
      query.andWhere(`a.state = 'waitlisted'`).orderBy('a.waitlistPlace');
      if (key !== null) query.andWhere('a.waitlistPlace > :last', { last: number(key[0]) });
  }
}
