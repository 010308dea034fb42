import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import { grantsRefusals } from '../contract';
import { EventEntity } from './event.entity';

const TABLES = { table: 'grants_events', history: 'grants_events_history' } as const;

export type NewEvent = Omit<EventEntity, 'createdAt' | 'updatedAt'>;

@Injectable()
export class EventRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, row: NewEvent): Promise<void> {
    await tx.manager.insert(EventEntity, row);
  }

  /** Replaces what a draft says; `false`: it is no draft any more. */
  async rewrite(
    tx: Tx,
    id: string,
    row: Omit<NewEvent, 'id' | 'programId' | 'state' | 'currency'>,
  ): Promise<boolean> {
    const { affected } = await tx.manager.update(EventEntity, { id, state: 'draft' }, row);
    return affected === 1;
  }

  /** Open events of a programme take registrations so much longer, and not after they begin. Once for each pause. */
  async extend(tx: Tx, programId: string, from: Date, seconds: number): Promise<void> {
    await tx.run(
      `UPDATE grants_events SET closes_at = least(starts_at, closes_at + make_interval(secs => $3)), updated_at = now()
       WHERE program_id = $1 AND state = 'open' AND closes_at > $2`,
      [programId, from, seconds],
    );
  }

  async get(id: string): Promise<EventEntity> {
    const row = await this.db.manager.findOneBy(EventEntity, { id });
    if (row === null) throw refusal(grantsRefusals, 'not_found');
    return row;
  }

  /** For update; refuses `not_found`. The event is locked before its seats. */
  async lock(tx: Tx, id: string): Promise<EventEntity> {
    const row = await tx.manager.findOne(EventEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (row === null) throw refusal(grantsRefusals, 'not_found');
    return row;
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** Open events whose registration has ended, oldest first. */
  async closing(limit: number): Promise<string[]> {
    const rows = await this.db.read<{ id: string }>(
      `SELECT id FROM grants_events WHERE state = 'open' AND closes_at <= now() ORDER BY closes_at LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Newest first; drafts only for those who prepare them. */
  async list(
    filter: { readonly hidesDrafts: boolean; readonly programId: string | undefined },
    cursor: string | undefined,
    limit: number,
  ): Promise<Page<EventEntity>> {
    const query = this.db.manager
      .createQueryBuilder(EventEntity, 'event')
      .orderBy('event.id', 'DESC')
      .take(limit + 1);
    if (filter.hidesDrafts) query.andWhere(`event.state <> 'draft'`);
    if (filter.programId !== undefined)
      query.andWhere('event.programId = :programId', { programId: filter.programId });
    if (cursor !== undefined) query.andWhere('event.id < :after', { after: decodeCursor(cursor, 1)[0] });
    return toPage(
      await query.getMany(),
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }
}
