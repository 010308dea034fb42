import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import { enrollmentRefusals, type ApplicationState } from '../contract';
import { ApplicationEntity, type DeclineReason } from './application.entity';
import {
  INSERT_APPLICATION,
  LIST_DRAFTS,
  LIST_PROGRAMS_WITH_DRAFTS,
  LOCK_APPLICATION,
} from './application.sql';

const TABLES = { table: 'enrollment_applications', history: 'enrollment_applications_history' };

export interface ApplicationFilter {
  readonly personId?: string | undefined;
  readonly programId?: string | undefined;
  readonly state?: ApplicationState | undefined;
  /** Id of the last application of the page before. */
  readonly before?: string | undefined;
}

export type NewApplication = Pick<
  ApplicationEntity,
  'id' | 'programId' | 'personId' | 'statement' | 'portfolio' | 'state'
>;

@Injectable()
export class ApplicationRepository {
  constructor(private readonly db: Database) {}

  async get(id: string): Promise<ApplicationEntity> {
    const row = await this.db.manager.findOneBy(ApplicationEntity, { id });
    if (row === null) throw refusal(enrollmentRefusals, 'not_found');
    return row;
  }

  /** Newest first. */
  async list(filter: ApplicationFilter, limit: number): Promise<ApplicationEntity[]> {
    const { before, ...equal } = filter;
    const given = Object.fromEntries(Object.entries(equal).filter(([, value]) => value !== undefined));
    const where = { ...given, ...(before === undefined ? {} : { id: LessThan(before) }) };
    return this.db.manager.find(ApplicationEntity, { where, order: { id: 'DESC' }, take: limit });
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

  /** Refuses (409) a second application of a person to a programme. */
  async insert(tx: Tx, row: NewApplication): Promise<void> {
    const { id, programId, personId, statement, portfolio, state } = row;
    const inserted = await tx.run(INSERT_APPLICATION, [id, programId, personId, statement, portfolio, state]);
    if (inserted === 0) throw refusal(enrollmentRefusals, 'already_applied');
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

  async setSubmitted(tx: Tx, id: string): Promise<void> {
    await tx.run(`UPDATE enrollment_applications SET submitted_at = now() WHERE id = $1`, [id]);
  }
}
