import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import { StyleEntity } from './style.entity';

const TABLES = { table: 'generation_styles', history: 'generation_style_history' } as const;

export type NewStyle = Pick<
  StyleEntity,
  'id' | 'key' | 'version' | 'name' | 'description' | 'looks' | 'createdBy'
>;

@Injectable()
export class StyleRepository {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<StyleEntity | null> {
    return this.db.manager.findOneBy(StyleEntity, { id });
  }

  /** Every version, newest of each key first. */
  async list(): Promise<StyleEntity[]> {
    return this.db.manager
      .createQueryBuilder(StyleEntity, 's')
      .orderBy('s.key')
      .addOrderBy('s.version', 'DESC')
      .getMany();
  }

  async lock(tx: Tx, id: string): Promise<StyleEntity | null> {
    return tx.manager.findOne(StyleEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** All versions of one key, locked against another new version. */
  async lockKey(tx: Tx, key: string): Promise<StyleEntity[]> {
    await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended('generation.style ' || $1, 0))`, [key]);
    return tx.manager.findBy(StyleEntity, { key });
  }

  async insert(tx: Tx, style: NewStyle): Promise<void> {
    await tx.run(
      `INSERT INTO generation_styles (id, key, version, name, description, looks, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        style.id,
        style.key,
        style.version,
        style.name,
        style.description,
        JSON.stringify(style.looks),
        style.createdBy,
      ],
    );
  }

  async change(
    tx: Tx,
    id: string,
    change: Pick<StyleEntity, 'name' | 'description' | 'looks'>,
  ): Promise<void> {
    await tx.run(
      `UPDATE generation_styles SET name = $2, description = $3, looks = $4, updated_at = now() WHERE id = $1`,
      [id, change.name, change.description, JSON.stringify(change.looks)],
    );
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }
}
