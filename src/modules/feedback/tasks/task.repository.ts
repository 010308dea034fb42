import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { TaskState } from '../domain/task.workflow';
import { TaskEntity, TaskFormEntity } from './task.entity';
import { COUNT_SEATS, LIST_UNSETTLED } from './task.sql';

const TABLES = { table: 'feedback_tasks', history: 'feedback_tasks_history' } as const;

export type TaskColumns = Pick<TaskEntity, 'title' | 'intro' | 'seats' | 'dueAt' | 'currency'>;
export type FormColumns = Pick<TaskFormEntity, 'form' | 'price' | 'killFee' | 'minutes' | 'madeBy'>;

/** How far a task is. */
export interface SeatCounts {
  readonly taskId: string;
  /** Seats that nobody else can take. */
  readonly occupied: number;
  readonly taken: number;
  readonly submitted: number;
  readonly accepted: number;
  /** Accepted, with a time that somebody has to look at. */
  readonly openTimes: number;
  readonly released: number;
  readonly expired: number;
  readonly cancelled: number;
  readonly voided: number;
  /** Minor units that seats have earned. */
  readonly earned: bigint;
  readonly medianMinutes: number | null;
}

const NOBODY = {
  occupied: 0,
  taken: 0,
  submitted: 0,
  accepted: 0,
  openTimes: 0,
  released: 0,
  expired: 0,
  cancelled: 0,
  voided: 0,
  earned: 0n,
  medianMinutes: null,
} as const;

export interface TaskFilter {
  /** Only of these programmes, and never drafts: an artist's view. `null`: all. */
  readonly programIds: readonly string[] | null;
  readonly programId?: string | undefined;
  readonly state?: TaskState | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

@Injectable()
export class TaskRepository {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<TaskEntity | null> {
    return this.db.manager.findOneBy(TaskEntity, { id });
  }

  async lock(tx: Tx, id: string): Promise<TaskEntity | null> {
    return tx.manager.findOne(TaskEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Tx, id: string, programId: string, task: TaskColumns, form: FormColumns): Promise<void> {
    const { madeBy: createdBy } = form;
    const row = { ...task, id, programId, createdBy, state: 'draft' as const, formVersion: 1 };
    await tx.manager.insert(TaskEntity, row);
    await tx.manager.insert(TaskFormEntity, { ...form, taskId: id, version: 1 });
  }

  /** Of a draft only: the database refuses the form of what was published. */
  async rewrite(tx: Tx, id: string, task: TaskColumns, form: FormColumns): Promise<void> {
    await tx.manager.update(TaskEntity, { id }, task);
    await tx.manager.update(TaskFormEntity, { taskId: id, version: 1 }, form);
  }

  async update(
    tx: Tx,
    id: string,
    columns: Partial<Pick<TaskEntity, 'held' | 'publishedAt' | 'settledAt' | 'answer'>>,
  ): Promise<void> {
    await tx.manager.update(TaskEntity, { id }, columns);
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  async form(taskId: string, version: number, tx?: Tx): Promise<TaskFormEntity> {
    return (tx?.manager ?? this.db.manager).findOneByOrFail(TaskFormEntity, { taskId, version });
  }

  async byIds(ids: readonly string[]): Promise<TaskEntity[]> {
    return ids.length === 0 ? [] : this.db.manager.findBy(TaskEntity, { id: In([...ids]) });
  }

  /** The forms in force of these tasks, by task. */
  async forms(tasks: readonly TaskEntity[]): Promise<Map<string, TaskFormEntity>> {
    if (tasks.length === 0) return new Map();
    const where = tasks.map(({ id, formVersion }) => ({ taskId: id, version: formVersion }));
    const rows = await this.db.manager.find(TaskFormEntity, { where });
    return new Map(rows.map((row) => [row.taskId, row]));
  }

  /** Newest first. */
  async list({ programIds, programId, state, before, limit }: TaskFilter): Promise<TaskEntity[]> {
    const query = this.db.manager.createQueryBuilder(TaskEntity, 't').orderBy('t.id', 'DESC').limit(limit);
    if (programIds !== null)
      query.andWhere('t.programId = ANY (:programIds)', { programIds }).andWhere(`t.state <> 'draft'`);
    if (programId !== undefined) query.andWhere('t.programId = :programId', { programId });
    if (state !== undefined) query.andWhere('t.state = :state', { state });
    if (before !== undefined) query.andWhere('t.id < :before', { before });
    return query.getMany();
  }

  async counts(ids: readonly string[], tx?: Tx): Promise<(id: string) => SeatCounts> {
    type Row = SeatCounts & Record<string, unknown>;
    const rows =
      tx === undefined
        ? await this.db.read<Row>(COUNT_SEATS, [ids])
        : await tx.query<Row>(COUNT_SEATS, [ids]);
    const found = new Map(rows.map((row) => [row.taskId, row]));
    return (taskId) => found.get(taskId) ?? { taskId, ...NOBODY };
  }

  /** Tasks of a programme that are due after `from` are due so much later. Twice would be twice: once for each event. */
  async extend(tx: Tx, programId: string, from: Date, seconds: number): Promise<void> {
    await tx.run(
      `UPDATE feedback_tasks SET due_at = due_at + make_interval(secs => $3), updated_at = now()
       WHERE program_id = $1 AND state IN ('draft', 'open') AND due_at > $2`,
      [programId, from, seconds],
    );
  }

  async listUnsettled(): Promise<string[]> {
    return (await this.db.read<{ id: string }>(LIST_UNSETTLED)).map(({ id }) => id);
  }
}
