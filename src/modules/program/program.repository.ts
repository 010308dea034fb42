import { Injectable } from '@nestjs/common';
import { In, LessThan, Not, type FindOptionsWhere } from 'typeorm';
import { refusal } from '../../kernel/refusal';
import { Database, type Tx } from '../../platform/db/database';
import { moveState, type StateMove } from '../../platform/db/state';
import { programRefusals, type ProgramState } from './contract';
import { ProgramEntity, type ProgramRow } from './program.entity';
import { CHANGE_PLAN, INSERT_PROGRAM, KEEP_PLAN, LOCK_PROGRAM } from './program.sql';

const TABLES = { table: 'program_programs', history: 'program_programs_history' };

export type NewProgram = Omit<ProgramRow, 'createdAt' | 'updatedAt' | 'revision' | 'releasedAt'>;

export interface ProgramFilter {
  readonly state?: ProgramState;
  /** Drafts are for those who prepare them. */
  readonly hidesDrafts: boolean;
  /** Id of the last programme of the page before. */
  readonly before?: string;
}

@Injectable()
export class ProgramRepository {
  constructor(private readonly db: Database) {}

  /** By id or slug: a slug has no underscore and an id always has one. */
  async find(idOrSlug: string, tx?: Tx): Promise<ProgramRow | null> {
    return (tx ?? this.db).manager.findOneBy(
      ProgramEntity,
      idOrSlug.includes('_') ? { id: idOrSlug } : { slug: idOrSlug },
    );
  }

  async get(idOrSlug: string, tx?: Tx): Promise<ProgramRow> {
    const row = await this.find(idOrSlug, tx);
    if (row === null) throw refusal(programRefusals, 'not_found');
    return row;
  }

  async listByIds(ids: readonly string[]): Promise<ProgramRow[]> {
    return ids.length === 0 ? [] : this.db.manager.findBy(ProgramEntity, { id: In([...ids]) });
  }

  /** Newest first. */
  async list({ state, hidesDrafts, before }: ProgramFilter, limit: number): Promise<ProgramRow[]> {
    const where: FindOptionsWhere<ProgramEntity>[] = [
      {
        ...(before === undefined ? {} : { id: LessThan(before) }),
        ...(state === undefined ? (hidesDrafts ? { state: Not('draft' as const) } : {}) : { state }),
      },
    ];
    if (hidesDrafts && state === 'draft') return [];
    return this.db.manager.find(ProgramEntity, { where, order: { id: 'DESC' }, take: limit });
  }

  async lock(tx: Tx, id: string): Promise<ProgramRow> {
    await tx.run(LOCK_PROGRAM, [id]);
    const row = await tx.manager.findOneBy(ProgramEntity, { id });
    if (row === null) throw refusal(programRefusals, 'not_found');
    return row;
  }

  /** Refuses (409) a slug that is in use. */
  async insert(tx: Tx, row: NewProgram): Promise<void> {
    const inserted = await tx.run(INSERT_PROGRAM, [
      row.id,
      row.slug,
      row.name,
      row.model,
      row.currency,
      row.startsAt,
      row.endsAt,
      row.capacity,
      row.state,
      row.ownerId,
      row.applicationsUntil,
      row.decisionsBy,
    ]);
    if (inserted === 0) throw refusal(programRefusals, 'slug_taken');
  }

  /** Name, model, dates and seats. `false`: the row is no longer at `revision`. What they were is kept. */
  async change(tx: Tx, before: ProgramRow, after: ProgramRow, actorId: string): Promise<boolean> {
    const changed = await tx.run(CHANGE_PLAN, [
      before.id,
      before.revision,
      after.name,
      after.model,
      after.startsAt,
      after.endsAt,
      after.capacity,
      after.applicationsUntil,
      after.decisionsBy,
      after.releasedAt,
    ]);
    if (changed === 0) return false;
    const { name, model, startsAt, endsAt, capacity, applicationsUntil, decisionsBy, releasedAt } = before;
    const content = { name, model, startsAt, endsAt, capacity, applicationsUntil, decisionsBy, releasedAt };
    await tx.run(KEEP_PLAN, [before.id, before.revision, JSON.stringify(content), actorId]);
    return true;
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }
}
