import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { PurseEntity } from './purse.entity';
import { LIST_DUE_PURSES, LOCK_PURSE, MOVE_WINDOW, OPEN_PURSE } from './purse.sql';

export type NewPurse = Pick<PurseEntity, 'id' | 'kind' | 'programId' | 'planId' | 'startsAt' | 'endsAt'>;
export type WindowMove = Pick<PurseEntity, 'id' | 'planId' | 'startsAt' | 'endsAt' | 'lasting'>;

@Injectable()
export class PurseRepository {
  constructor(private readonly db: Database) {}

  /** The database's time: windows change for all processes at once, whatever a process's own clock does. */
  async now(tx?: Tx): Promise<Date> {
    const sql = 'SELECT now() AS now';
    const [row] = await (tx === undefined ? this.db.read<{ now: Date }>(sql) : tx.query<{ now: Date }>(sql));
    return (row as { now: Date }).now;
  }

  async find(id: string): Promise<PurseEntity | null> {
    return this.db.manager.findOneBy(PurseEntity, { id });
  }

  /** The programme's pool and the purse of everybody who was ever active in it. */
  async listOfProgram(programId: string): Promise<Pick<PurseEntity, 'id' | 'kind'>[]> {
    return this.db.manager.find(PurseEntity, { select: { id: true, kind: true }, where: { programId } });
  }

  /** Who gave whom how much; the database refuses (23514) a gift to oneself. */
  async insertTopUp(
    tx: Tx,
    topUp: { id: string; enrollmentId: string; credits: number; reason: string; actorId: string },
  ): Promise<void> {
    const { id, enrollmentId, credits, reason, actorId } = topUp;
    await tx.run(
      'INSERT INTO quota_top_ups (id, enrollment_id, credits, reason, actor_id) VALUES ($1, $2, $3, $4, $5)',
      [id, enrollmentId, credits, reason, actorId],
    );
  }

  async lock(tx: Tx, id: string): Promise<PurseEntity | null> {
    await tx.run(LOCK_PURSE, [id]);
    return tx.manager.findOneBy(PurseEntity, { id });
  }

  /** Artists' purses of a programme that get windows, in their order. */
  async listOpen(programId: string, tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM quota_purses WHERE program_id = $1 AND kind = 'artist' AND is_open ORDER BY id`,
      [programId],
    );
    return rows.map(({ id }) => id);
  }

  /** Ids above `after`, in their order. */
  async listDue(now: Date, after: string, limit: number): Promise<string[]> {
    return (await this.db.read<{ id: string }>(LIST_DUE_PURSES, [now, after, limit])).map(({ id }) => id);
  }

  /** `false`: there is one already. */
  async insert(tx: Tx, purse: NewPurse): Promise<boolean> {
    const { id, kind, programId, planId, startsAt, endsAt } = purse;
    return (await tx.run(OPEN_PURSE, [id, kind, programId, planId, startsAt, endsAt])) === 1;
  }

  /** To a later window. The row must be locked. Throws when it is not later: a window is granted once. */
  async moveWindow(tx: Tx, { id, planId, startsAt, endsAt, lasting }: WindowMove): Promise<void> {
    const moved = await tx.run(MOVE_WINDOW, [id, planId, startsAt, endsAt, lasting]);
    if (moved !== 1) throw new Error(`the window of ${id} cannot move to ${startsAt.toISOString()}`);
  }

  async setOpen(tx: Tx, id: string, isOpen: boolean): Promise<void> {
    await tx.run(`UPDATE quota_purses SET is_open = $2 WHERE id = $1`, [id, isOpen]);
  }

  /** Sets how much lasts. The row must be locked. */
  async setLasting(tx: Tx, id: string, lasting: bigint): Promise<void> {
    await tx.run(`UPDATE quota_purses SET lasting = $2 WHERE id = $1`, [id, lasting]);
  }
}
