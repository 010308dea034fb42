import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { refusal } from '../../kernel/refusal';
import { Database, type Tx } from '../../platform/db/database';
import { Fresh, REPORTED_MS } from '../../platform/db/fresh';
import { moveState, type StateMove } from '../../platform/db/state';
import { enrollmentRefusals, type EnrollmentState } from './contract';
import { EnrollmentEntity, type Suspension } from './enrollment.entity';
import type { Standing } from './domain/active';
import {
  COUNT_MEMBERS,
  COUNT_SEATS,
  INSERT_EXPIRY_WARNINGS,
  INSERT_ENROLLMENT,
  LIST_DUE,
  LIST_LAPSED,
  LIST_STANDINGS,
  LIST_TOLD,
  LOCK_ENROLLMENT,
  LOCK_SEATS,
  SET_COHORT,
} from './enrollment.sql';

const TABLES = { table: 'enrollment_enrollments', history: 'enrollment_enrollments_history' };

export interface EnrollmentFilter {
  readonly personId?: string | undefined;
  readonly programId?: string | undefined;
  readonly state?: EnrollmentState | undefined;
  readonly cohortId?: string | undefined;
  /** Id of the last enrollment of the page before. */
  readonly before?: string | undefined;
}

export type NewEnrollment = Pick<
  EnrollmentEntity,
  'id' | 'applicationId' | 'programId' | 'personId' | 'state'
>;

export interface Told {
  readonly id: string;
  readonly personId: string;
}

interface Seats {
  readonly programId: string;
  readonly taken: number;
}

@Injectable()
export class EnrollmentRepository {
  /** By person. A move takes effect here at once, in other processes within a second. */
  private readonly standings: Fresh<Standing[]>;

  constructor(private readonly db: Database) {
    this.standings = new Fresh(
      db.changes,
      'enrollment_enrollments',
      (personIds) => this.readStandings(personIds),
      undefined,
      REPORTED_MS,
    );
  }

  async find(id: string, tx?: Tx): Promise<EnrollmentEntity | null> {
    return (tx ?? this.db).manager.findOneBy(EnrollmentEntity, { id });
  }

  async get(id: string): Promise<EnrollmentEntity> {
    const row = await this.find(id);
    if (row === null) throw refusal(enrollmentRefusals, 'not_found');
    return row;
  }

  /** Newest first. */
  async list(filter: EnrollmentFilter, limit: number): Promise<EnrollmentEntity[]> {
    const { before, ...equal } = filter;
    const given = Object.fromEntries(Object.entries(equal).filter(([, value]) => value !== undefined));
    const where = { ...given, ...(before === undefined ? {} : { id: LessThan(before) }) };
    return this.db.manager.find(EnrollmentEntity, { where, order: { id: 'DESC' }, take: limit });
  }

  async listOfPerson(personId: string): Promise<EnrollmentEntity[]> {
    return this.db.manager.find(EnrollmentEntity, { where: { personId }, order: { id: 'DESC' } });
  }

  async listByIds(ids: readonly string[]): Promise<EnrollmentEntity[]> {
    if (ids.length === 0) return [];
    return this.db.manager.findBy(EnrollmentEntity, { id: In([...ids]) });
  }

  /** All enrollments of one person as they stand, at most a second ago; newest first. */
  async listStandings(personId: string): Promise<readonly Standing[]> {
    return (await this.standings.get(personId)) ?? [];
  }

  async listByApplications(applicationIds: readonly string[]): Promise<EnrollmentEntity[]> {
    if (applicationIds.length === 0) return [];
    return this.db.manager.findBy(EnrollmentEntity, { applicationId: In([...applicationIds]) });
  }

  /** From where and until when they can still stay; null twice: they stay. */
  async setLeaving(
    tx: Tx,
    id: string,
    leftFrom: EnrollmentState | null,
    leavesAt: Date | null,
  ): Promise<void> {
    await tx.run(`UPDATE enrollment_enrollments SET left_from = $2, leaves_at = $3 WHERE id = $1`, [
      id,
      leftFrom,
      leavesAt,
    ]);
  }

  /** Programmes and cohorts in which somebody is. */
  async listGroups(): Promise<{ programId: string; cohortId: string | null }[]> {
    return this.db.read(
      `SELECT DISTINCT program_id AS "programId", cohort_id AS "cohortId" FROM enrollment_enrollments
       WHERE state IN ('terms_pending', 'active', 'paused', 'suspended')`,
    );
  }

  /** Who is warned now that access ends; empty: everybody was. */
  async warn(
    tx: Tx,
    group: { programId: string; cohortId: string | null },
    endsAt: Date,
    days: number,
  ): Promise<Told[]> {
    return tx.query<Told & Record<string, unknown>>(INSERT_EXPIRY_WARNINGS, [
      group.programId,
      group.cohortId,
      endsAt,
      days,
    ]);
  }

  /** Artists who have left. */
  async listDue(): Promise<string[]> {
    return (await this.db.read<{ id: string }>(LIST_DUE)).map(({ id }) => id);
  }

  /** Programmes in which somebody works. */
  async listActivePrograms(): Promise<string[]> {
    const rows = await this.db.read<{ id: string }>(
      `SELECT DISTINCT program_id AS id FROM enrollment_enrollments WHERE state = 'active'`,
    );
    return rows.map(({ id }) => id);
  }

  /** Who works in a programme without having accepted its terms of `version` or later. */
  async listLapsed(programId: string, version: number): Promise<string[]> {
    return (await this.db.read<{ id: string }>(LIST_LAPSED, [programId, version])).map(({ id }) => id);
  }

  /** Who of a programme is in one of these states. */
  async listTold(tx: Tx, programId: string, states: readonly EnrollmentState[]): Promise<Told[]> {
    return tx.query<Told & Record<string, unknown>>(LIST_TOLD, [programId, states]);
  }

  /** Seats taken, by cohort; a cohort without any is missing. */
  async countMembers(cohortIds: readonly string[], tx?: Tx): Promise<Map<string, number>> {
    type Row = { cohortId: string; taken: number };
    const rows =
      tx === undefined
        ? await this.db.read<Row>(COUNT_MEMBERS, [cohortIds])
        : await tx.query<Row>(COUNT_MEMBERS, [cohortIds]);
    return new Map(rows.map(({ cohortId, taken }) => [cohortId, taken]));
  }

  /** How many of these enrollments of the programme are in the cohort now; those that have ended are not. */
  async setCohort(
    tx: Tx,
    ids: readonly string[],
    programId: string,
    cohortId: string | null,
  ): Promise<number> {
    tx.afterCommit(() => this.standings.clear());
    return tx.run(SET_COHORT, [ids, programId, cohortId]);
  }

  /** Seats taken, by programme; a programme without any is missing. */
  async countSeats(programIds: readonly string[]): Promise<Map<string, number>> {
    if (programIds.length === 0) return new Map();
    const rows = await this.db.read<Seats>(COUNT_SEATS, [programIds]);
    return new Map(rows.map(({ programId, taken }) => [programId, taken]));
  }

  /** Seats taken; until the transaction ends nobody else counts the seats of this programme. */
  async lockSeats(tx: Tx, programId: string): Promise<number> {
    await tx.run(LOCK_SEATS, [programId]);
    const [row] = await tx.query<Seats>(COUNT_SEATS, [[programId]]);
    return row?.taken ?? 0;
  }

  async lock(tx: Tx, id: string): Promise<EnrollmentEntity> {
    await tx.run(LOCK_ENROLLMENT, [id]);
    const row = await tx.manager.findOneBy(EnrollmentEntity, { id });
    if (row === null) throw refusal(enrollmentRefusals, 'not_found');
    return row;
  }

  async insert(tx: Tx, { id, applicationId, programId, personId, state }: NewEnrollment): Promise<void> {
    tx.afterCommit(() => this.standings.clear());
    await tx.run(INSERT_ENROLLMENT, [id, applicationId, programId, personId, state]);
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    tx.afterCommit(() => this.standings.clear());
    return moveState(tx, TABLES, move);
  }

  /** Before the move to `suspended` (the database refuses one without), and with `null` after the move out of it. */
  async setSuspension(tx: Tx, id: string, suspension: Suspension | null): Promise<void> {
    await tx.run(`UPDATE enrollment_enrollments SET suspension = $2, suspended_until = $3 WHERE id = $1`, [
      id,
      suspension === null ? null : JSON.stringify(suspension),
      suspension?.endsAt ?? null,
    ]);
  }

  private async readStandings(personIds: readonly string[]): Promise<Map<string, Standing[]>> {
    const rows = await this.db.read<Standing & Record<string, unknown>>(LIST_STANDINGS, [personIds]);
    const byPerson = new Map<string, Standing[]>();
    for (const row of rows) byPerson.set(row.personId, [...(byPerson.get(row.personId) ?? []), row]);
    return byPerson;
  }
}
