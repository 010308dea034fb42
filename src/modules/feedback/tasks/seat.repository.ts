import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { TaskSeatState } from '../domain/seat.workflow';
import { TaskSeatEntity } from './seat.entity';
import { LIST_DUE_SEATS, SEAT_DECISIONS } from './task.sql';

const TABLES = { table: 'feedback_seats', history: 'feedback_seats_history' } as const;

export type SeatColumns = Partial<
  Pick<
    TaskSeatEntity,
    | 'draft'
    | 'answers'
    | 'isPartial'
    | 'share'
    | 'amount'
    | 'claimedMinutes'
    | 'minutes'
    | 'timeState'
    | 'timeAnswer'
    | 'answer'
    | 'takenAt'
    | 'submittedAt'
    | 'decideBy'
    | 'formVersion'
  >
>;

export interface SeatFilter {
  readonly taskId?: string | undefined;
  readonly personId?: string | undefined;
  readonly state?: TaskSeatState | undefined;
  /** Only what was handed in. */
  readonly isHandedIn?: true;
  readonly before?: string | undefined;
  readonly limit: number;
}

/** Who accepted it, and when. */
export interface SeatDecision {
  readonly by: string;
  readonly at: Date;
}

export interface DueSeat {
  readonly id: string;
  readonly verb: 'acceptLate' | 'expire' | 'settleTime';
}

@Injectable()
export class TaskSeatRepository {
  constructor(private readonly db: Database) {}

  async find(id: string, tx?: Tx): Promise<TaskSeatEntity | null> {
    return (tx?.manager ?? this.db.manager).findOneBy(TaskSeatEntity, { id });
  }

  async lock(tx: Tx, id: string): Promise<TaskSeatEntity | null> {
    return tx.manager.findOne(TaskSeatEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async ofPerson(tx: Tx, taskId: string, personId: string): Promise<TaskSeatEntity | null> {
    return tx.manager.findOneBy(TaskSeatEntity, { taskId, personId });
  }

  async ofTask(tx: Tx, taskId: string): Promise<TaskSeatEntity[]> {
    return tx.manager.find(TaskSeatEntity, { where: { taskId }, order: { id: 'ASC' } });
  }

  async insert(
    tx: Tx,
    row: Pick<TaskSeatEntity, 'id' | 'taskId' | 'personId' | 'programId' | 'formVersion'>,
  ): Promise<void> {
    const shape = {
      ...row,
      state: 'taken' as const,
      draft: {},
      isPartial: false,
      timeState: 'none' as const,
    };
    await tx.manager.insert(TaskSeatEntity, shape);
  }

  async update(tx: Tx, id: string, columns: SeatColumns): Promise<void> {
    if (Object.keys(columns).length > 0) await tx.manager.update(TaskSeatEntity, { id }, columns as object);
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** Newest first. */
  async list({ taskId, personId, state, isHandedIn, before, limit }: SeatFilter): Promise<TaskSeatEntity[]> {
    const query = this.db.manager
      .createQueryBuilder(TaskSeatEntity, 's')
      .orderBy('s.id', 'DESC')
      .limit(limit);
    if (taskId !== undefined) query.andWhere('s.taskId = :taskId', { taskId });
    if (personId !== undefined) query.andWhere('s.personId = :personId', { personId });
    if (state !== undefined) query.andWhere('s.state = :state', { state });
    if (isHandedIn) query.andWhere('s.answers IS NOT NULL');
    if (before !== undefined) query.andWhere('s.id < :before', { before });
    return query.getMany();
  }

  /** Of each seat that was accepted, by a person or by the clock. */
  async decisions(ids: readonly string[]): Promise<Map<string, SeatDecision>> {
    const rows = await this.db.read<SeatDecision & { id: string }>(SEAT_DECISIONS, [ids]);
    return new Map(rows.map(({ id, by, at }) => [id, { by, at }]));
  }

  /** One person's seats in these tasks, by task. */
  async mine(personId: string, taskIds: readonly string[]): Promise<Map<string, TaskSeatEntity>> {
    if (taskIds.length === 0) return new Map();
    const rows = await this.db.manager
      .createQueryBuilder(TaskSeatEntity, 's')
      .where('s.personId = :personId AND s.taskId = ANY (:taskIds)', { personId, taskIds })
      .getMany();
    return new Map(rows.map((row) => [row.taskId, row]));
  }

  async listDue(): Promise<DueSeat[]> {
    return this.db.read<DueSeat & Record<string, unknown>>(LIST_DUE_SEATS);
  }
}
