import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../../../kernel/actor';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { VoidState } from '../domain/void.workflow';
import { VoidEntity, type VoidSubject } from './void.entity';
import { INSERT_VOID, LOCK_PAID_FEEDBACK, LOCK_PAID_SEAT, SEAT_TASK } from './void.sql';

const TABLES = { table: 'feedback_voids', history: 'feedback_voids_history' } as const;
const SEATS = { table: 'feedback_seats', history: 'feedback_seats_history' } as const;

/** What a void is about. */
export interface Paid {
  readonly payRef: string;
  readonly personId: string;
  readonly programId: string;
  readonly state: string;
  readonly isPrivate: boolean;
  readonly title: string;
}

export interface SeatOfTask {
  readonly taskId: string;
  readonly personId: string;
  readonly programId: string;
}

export type NewVoid = Pick<
  VoidEntity,
  'id' | 'subject' | 'subjectId' | 'payRef' | 'personId' | 'programId' | 'reason' | 'facts' | 'proposedBy'
>;

export interface VoidFilter {
  readonly state?: VoidState;
  readonly subjectId?: string;
  readonly before?: string;
  readonly limit: number;
}

@Injectable()
export class VoidRepository {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<VoidEntity | null> {
    return this.db.manager.findOneBy(VoidEntity, { id });
  }

  async lock(tx: Tx, id: string): Promise<VoidEntity | null> {
    return tx.manager.findOne(VoidEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** What was paid for, locked; whether its state is one that was paid is for the caller to say. */
  async lockPaid(tx: Tx, subject: VoidSubject, id: string): Promise<Paid | null> {
    const statement = subject === 'feedback' ? LOCK_PAID_FEEDBACK : LOCK_PAID_SEAT;
    return (await tx.query<Paid>(statement, [id]))[0] ?? null;
  }

  /** `false`: another one is open or confirmed. */
  async insert(tx: Tx, row: NewVoid): Promise<boolean> {
    const { id, subject, subjectId, payRef, personId, programId, reason, facts, proposedBy } = row;
    const values = [id, subject, subjectId, payRef, personId, programId, reason, facts, proposedBy];
    return (await tx.run(INSERT_VOID, values)) === 1;
  }

  async update(tx: Tx, id: string, columns: Partial<Pick<VoidEntity, 'decidedBy' | 'answer'>>) {
    await tx.manager.update(VoidEntity, { id }, columns);
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** The seat follows its void. `null`: it is not in `from`. */
  async moveSeat(
    tx: Tx,
    id: string,
    { verb, from, to, actor }: { verb: string; from: string; to: string; actor: Actor },
  ): Promise<SeatOfTask | null> {
    if (!(await moveState(tx, SEATS, { id, verb, from, to, actor }))) return null;
    return (await tx.query<SeatOfTask>(SEAT_TASK, [id]))[0] ?? null;
  }

  /** Newest first. */
  async list({ state, subjectId, before, limit }: VoidFilter): Promise<VoidEntity[]> {
    const query = this.db.manager.createQueryBuilder(VoidEntity, 'v').orderBy('v.id', 'DESC').limit(limit);
    if (state !== undefined) query.andWhere('v.state = :state', { state });
    if (subjectId !== undefined) query.andWhere('v.subjectId = :subjectId', { subjectId });
    if (before !== undefined) query.andWhere('v.id < :before', { before });
    return query.getMany();
  }

  /** Those in force on these items or seats, and those that may come. */
  async ofSubjects(subject: VoidSubject, ids: readonly string[]): Promise<VoidEntity[]> {
    if (ids.length === 0) return [];
    return this.db.manager.findBy(VoidEntity, {
      subject,
      subjectId: In([...ids]),
      state: In(['proposed', 'confirmed']),
    });
  }

  /** Which of these items carry no name, with their titles. */
  async itemsOf(ids: readonly string[]): Promise<Map<string, { title: string; isPrivate: boolean }>> {
    const rows = await this.db.read<{ id: string; title: string; isPrivate: boolean }>(
      `SELECT id, title, is_private AS "isPrivate" FROM feedback_items WHERE id = ANY ($1)
       UNION ALL SELECT s.id, t.title, false FROM feedback_seats s JOIN feedback_tasks t ON t.id = s.task_id
       WHERE s.id = ANY ($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, title, isPrivate }) => [id, { title, isPrivate }]));
  }
}
