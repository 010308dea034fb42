import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, type Page } from '../../kernel/page';
import { refusal } from '../../kernel/refusal';
import { Database, type Tx } from '../../platform/db/database';
import { moveState, type StateMove } from '../../platform/db/state';
import { drawRefusals, type DrawKind } from './contract';
import { DrawEntity } from './draw.entity';

const TABLES = { table: 'draw_draws', history: 'draw_draws_history' } as const;

export type NewDraw = Pick<
  DrawEntity,
  'id' | 'kind' | 'subjectId' | 'title' | 'places' | 'seedHash' | 'state'
>;

export interface DrawFilter {
  readonly kind?: DrawKind;
  readonly subjectId?: string;
}

@Injectable()
export class DrawRepository {
  constructor(private readonly db: Database) {}

  /** `false`: there is one for this subject already. The seed is kept apart until it is revealed. */
  async insert(tx: Tx, row: NewDraw, seed: string): Promise<boolean> {
    const added = await tx.run(
      `INSERT INTO draw_draws (id, kind, subject_id, title, places, seed_hash, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (kind, subject_id) WHERE state <> 'cancelled' DO NOTHING`,
      [row.id, row.kind, row.subjectId, row.title, row.places, row.seedHash, row.state],
    );
    if (added === 1) await tx.run('INSERT INTO draw_seeds (draw_id, seed) VALUES ($1, $2)', [row.id, seed]);
    return added === 1;
  }

  /** With its list where asked for: that may be megabytes. Refuses `not_found`. */
  async get(id: string, withList = false): Promise<DrawEntity> {
    const query = this.db.manager.createQueryBuilder(DrawEntity, 'draw').where('draw.id = :id', { id });
    if (withList) query.addSelect('draw.entries');
    const row = await query.getOne();
    if (row === null) throw refusal(drawRefusals, 'not_found');
    return row;
  }

  /** The draw of a subject that stands (not a cancelled one), if there is one. */
  async find(kind: DrawKind, subjectId: string): Promise<DrawEntity | null> {
    return this.db.manager
      .createQueryBuilder(DrawEntity, 'draw')
      .where(`draw.kind = :kind AND draw.subjectId = :subjectId AND draw.state <> 'cancelled'`, {
        kind,
        subjectId,
      })
      .getOne();
  }

  /** For update, with its list. `null`: none stands. */
  async lock(tx: Tx, kind: DrawKind, subjectId: string): Promise<DrawEntity | null> {
    return tx.manager
      .createQueryBuilder(DrawEntity, 'draw')
      .addSelect('draw.entries')
      .where(`draw.kind = :kind AND draw.subjectId = :subjectId AND draw.state <> 'cancelled'`, {
        kind,
        subjectId,
      })
      .setLock('pessimistic_write')
      .getOne();
  }

  async seed(tx: Tx, id: string): Promise<string> {
    const [row] = await tx.query<{ seed: string }>('SELECT seed FROM draw_seeds WHERE draw_id = $1', [id]);
    if (row === undefined) throw new Error(`draw ${id} has no seed`);
    return row.seed;
  }

  /** Writes the list and moves in one statement: a trigger keeps it from changing afterwards. */
  async freeze(tx: Tx, move: StateMove, list: readonly string[], digest: string): Promise<boolean> {
    await tx.run(
      `UPDATE draw_draws SET entries = $2, entry_count = $3, list_digest = $4, frozen_at = now()
       WHERE id = $1 AND state = 'committed'`,
      [move.id, list.join('\n'), list.length, digest],
    );
    return moveState(tx, TABLES, move);
  }

  /** The seed becomes public with the move; nothing of the draw changes after it. */
  async reveal(tx: Tx, move: StateMove, seed: string): Promise<boolean> {
    const moved = await tx.run(
      `UPDATE draw_draws SET seed = $2, revealed_at = now(), state = 'revealed', updated_at = now()
       WHERE id = $1 AND state = 'frozen'`,
      [move.id, seed],
    );
    if (moved === 0) return false;
    await tx.run(
      `INSERT INTO draw_draws_history (subject_id, verb, from_state, to_state, actor_id) VALUES ($1, $2, $3, $4, $5)`,
      [move.id, move.verb, move.from, move.to, move.actor.id],
    );
    return true;
  }

  async cancel(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** Newest first. */
  async list(filter: DrawFilter, cursor: string | undefined, limit: number): Promise<Page<DrawEntity>> {
    const query = this.db.manager
      .createQueryBuilder(DrawEntity, 'draw')
      .orderBy('draw.id', 'DESC')
      .take(limit + 1);
    if (filter.kind !== undefined) query.andWhere('draw.kind = :kind', { kind: filter.kind });
    if (filter.subjectId !== undefined)
      query.andWhere('draw.subjectId = :subject', { subject: filter.subjectId });
    if (cursor !== undefined) query.andWhere('draw.id < :after', { after: decodeCursor(cursor, 1)[0] });
    return toPage(
      await query.getMany(),
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }
}
