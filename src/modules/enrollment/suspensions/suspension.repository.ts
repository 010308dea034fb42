import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import { enrollmentRefusals } from '../contract';
import { CONFIRM_DAYS, type SuspensionState } from '../domain/suspension.workflow';
import { SuspensionEntity } from './suspension.entity';
import { LIST_DUE_SUSPENSIONS } from './suspension.sql';

const TABLES = { table: 'enrollment_suspensions', history: 'enrollment_suspensions_history' };

export type NewSuspension = Omit<
  SuspensionEntity,
  'state' | 'confirmedBy' | 'note' | 'statementId' | 'createdAt' | 'updatedAt'
>;

export interface SuspensionFilter {
  readonly state?: SuspensionState | undefined;
  readonly programId?: string | undefined;
  readonly enrollmentId?: string | undefined;
  /** Id of the last one of the page before. */
  readonly before?: string | undefined;
}

@Injectable()
export class SuspensionRepository {
  constructor(private readonly db: Database) {}

  async get(id: string): Promise<SuspensionEntity> {
    const row = await this.db.manager.findOneBy(SuspensionEntity, { id });
    if (row === null) throw refusal(enrollmentRefusals, 'not_found');
    return row;
  }

  async lock(tx: Tx, id: string): Promise<SuspensionEntity> {
    const row = await tx.manager.findOne(SuspensionEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (row === null) throw refusal(enrollmentRefusals, 'not_found');
    return row;
  }

  /** The one that is in force on an enrollment; `null`: none. */
  async findInForce(tx: Tx, enrollmentId: string): Promise<SuspensionEntity | null> {
    return tx.manager.findOneBy(SuspensionEntity, { enrollmentId, state: 'in_force' });
  }

  /** Newest first. */
  async list({ before, ...equal }: SuspensionFilter, limit: number): Promise<SuspensionEntity[]> {
    const given = Object.fromEntries(Object.entries(equal).filter(([, value]) => value !== undefined));
    const where = { ...given, ...(before === undefined ? {} : { id: LessThan(before) }) };
    return this.db.manager.find(SuspensionEntity, { where, order: { id: 'DESC' }, take: limit });
  }

  /** What time has decided: those that have ended, and proposals that nobody confirmed. */
  async listDue(): Promise<{ id: string; verb: 'end' | 'expire' }[]> {
    return this.db.read(LIST_DUE_SUSPENSIONS, [CONFIRM_DAYS]);
  }

  /** `false`: another one is under way for this enrollment. */
  async insert(tx: Tx, row: NewSuspension): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(SuspensionEntity);
    const result = await insert
      .values({ ...row, state: 'proposed' })
      .orIgnore()
      .returning('id')
      .execute();
    return (result.raw as unknown[]).length === 1;
  }

  async update(
    tx: Tx,
    id: string,
    columns: Partial<Pick<SuspensionEntity, 'confirmedBy' | 'note' | 'statementId'>>,
  ): Promise<void> {
    await tx.manager.update(SuspensionEntity, { id }, columns);
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }
}
