import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { CorrectionState } from '../domain/correction.workflow';
import { CorrectionEntity } from './correction.entity';

const TABLES = { table: 'compensation_corrections', history: 'compensation_corrections_history' } as const;

export type NewCorrection = Pick<
  CorrectionEntity,
  'id' | 'earningId' | 'programId' | 'personId' | 'reason' | 'note' | 'rightAmount' | 'proposedBy'
>;

export interface CorrectionFilter {
  readonly state?: CorrectionState;
  readonly earningId?: string;
}

@Injectable()
export class CorrectionRepository {
  constructor(private readonly db: Database) {}

  /** `false`: one of this earning is open already. */
  async insert(tx: Tx, row: NewCorrection): Promise<boolean> {
    const { id, earningId, programId, personId, reason, note, rightAmount, proposedBy } = row;
    const inserted = await tx.run(
      `INSERT INTO compensation_corrections (id, earning_id, program_id, person_id, state, reason, note, right_amount, proposed_by)
       VALUES ($1, $2, $3, $4, 'proposed', $5, $6, $7, $8)
       ON CONFLICT (earning_id) WHERE state = 'proposed' DO NOTHING`,
      [id, earningId, programId, personId, reason, note, rightAmount, proposedBy],
    );
    return inserted === 1;
  }

  async find(id: string, tx?: Tx): Promise<CorrectionEntity | null> {
    return (tx ?? this.db).manager.findOneBy(CorrectionEntity, { id });
  }

  async lock(tx: Tx, id: string): Promise<CorrectionEntity | null> {
    return tx.manager.findOne(CorrectionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Who confirms is written down before the state moves: the table's CHECK compares the two people. */
  async sign(tx: Tx, id: string, by: string): Promise<void> {
    await tx.run(`UPDATE compensation_corrections SET decided_by = $2 WHERE id = $1`, [id, by]);
  }

  /** The last one of an earning that took effect, if any. */
  async findOf(earningId: string): Promise<CorrectionEntity | null> {
    return this.db.manager.findOne(CorrectionEntity, {
      where: { earningId, state: Not(In(['proposed', 'withdrawn'])) },
      order: { id: 'DESC' },
    });
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** Newest first. */
  async list(
    filter: CorrectionFilter,
    cursor: string | undefined,
    limit: number,
  ): Promise<Page<CorrectionEntity>> {
    const query = this.db.manager
      .createQueryBuilder(CorrectionEntity, 'correction')
      .orderBy('correction.id', 'DESC')
      .take(limit + 1);
    if (filter.state !== undefined) query.andWhere('correction.state = :state', filter);
    if (filter.earningId !== undefined) query.andWhere('correction.earningId = :earningId', filter);
    if (cursor !== undefined) query.andWhere('correction.id < :after', { after: decodeCursor(cursor, 1)[0] });
    return toPage(
      await query.getMany(),
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }
}
