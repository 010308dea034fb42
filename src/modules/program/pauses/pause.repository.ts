import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { Fresh } from '../../../platform/db/fresh';
import { moveState, type StateMove } from '../../../platform/db/state';
import { PROPOSAL_MINUTES } from '../domain/pause.workflow';
import { PauseEntity } from './pause.entity';

const TABLES = { table: 'program_pauses', history: 'program_pauses_history' } as const;

/**
 * Caller: PauseRepository.current, with every submit.
 * Index: program_pauses_open.
 * Twice: reading only.
 */
const CURRENT = `
  SELECT p.id AS "programId", max(o.ends_at) AS "endsAt", max(o.reason) AS reason
  FROM unnest($1::text[]) AS p (id)
  LEFT JOIN program_pauses o ON o.program_id = p.id AND o.state = 'active' AND o.starts_at <= now() AND o.ends_at > now()
  GROUP BY p.id`;

/**
 * Caller: PauseService.tend, the clock.
 * Index: program_pauses_open.
 * Twice: SKIP LOCKED gives a pause to one process; the move finds the second time nothing to end.
 */
const LOCK_DUE = `
  SELECT id FROM program_pauses
  WHERE (state = 'active' AND ends_at <= now())
    OR (state = 'proposed' AND proposed_at <= now() - make_interval(mins => ${PROPOSAL_MINUTES}))
  ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED`;

interface Current {
  readonly programId: string;
  /** `null`: not paused. */
  readonly endsAt: Date | null;
  readonly reason: string | null;
}

@Injectable()
export class PauseRepository {
  private readonly present: Fresh<Current>;

  constructor(private readonly db: Database) {
    this.present = new Fresh<Current>(
      db.changes,
      'program_pauses',
      async (ids) => {
        const rows = await this.db.read<Current & Record<string, unknown>>(CURRENT, [ids]);
        return new Map(rows.map((row) => [row.programId, row]));
      },
      ({ endsAt }) => (endsAt === null ? Infinity : Math.max(0, endsAt.getTime() - Date.now())),
    );
  }

  /** The pause that a programme is in, at most a second old; `null`: none. */
  async current(programId: string): Promise<{ endsAt: Date; reason: string } | null> {
    const { endsAt, reason } = (await this.present.get(programId)) ?? { endsAt: null, reason: null };
    return endsAt === null ? null : { endsAt, reason: reason ?? '' };
  }

  async find(id: string): Promise<PauseEntity | null> {
    return this.db.manager.findOneBy(PauseEntity, { id });
  }

  async lock(tx: Tx, id: string): Promise<PauseEntity | null> {
    return tx.manager.findOne(PauseEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async lockDue(tx: Tx): Promise<string[]> {
    return (await tx.query<{ id: string }>(LOCK_DUE)).map(({ id }) => id);
  }

  /** Newest first; without `showsProposals` only those that happened. */
  async list(programId: string | null, showsProposals: boolean): Promise<PauseEntity[]> {
    const rows = this.db.manager.createQueryBuilder(PauseEntity, 'p').where('true');
    if (programId !== null) rows.andWhere('p.program_id = :programId', { programId });
    if (!showsProposals) rows.andWhere(`p.state IN ('active', 'ended')`);
    return rows.orderBy('p.id', 'DESC').limit(100).getMany();
  }

  /** `false`: there is a proposal that waits for somebody. */
  async insert(
    tx: Tx,
    it: Pick<PauseEntity, 'id' | 'programId' | 'reason' | 'minutes' | 'proposedBy'>,
  ): Promise<boolean> {
    const count = await tx.run(
      `INSERT INTO program_pauses (id, program_id, state, reason, minutes, proposed_by) VALUES ($1, $2, 'proposed', $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [it.id, it.programId, it.reason, it.minutes, it.proposedBy],
    );
    return count === 1;
  }

  /** Begins now, or when the pause that runs ends. The row must be locked. */
  async begin(tx: Tx, id: string, by: string): Promise<void> {
    await tx.run(
      `UPDATE program_pauses p SET confirmed_by = $2, starts_at = s.at, ends_at = s.at + make_interval(mins => p.minutes)
       FROM (SELECT coalesce(max(o.ends_at), now()) AS at FROM program_pauses o
             WHERE o.program_id = (SELECT program_id FROM program_pauses WHERE id = $1) AND o.state = 'active' AND o.ends_at > now()) s
       WHERE p.id = $1`,
      [id, by],
    );
  }

  /** A pause that was to begin later never does. The row must be locked. */
  async cutShort(tx: Tx, id: string, by: string): Promise<void> {
    await tx.run(
      `UPDATE program_pauses SET ended_by = $2, ends_at = greatest(starts_at, least(ends_at, now())) WHERE id = $1`,
      [id, by],
    );
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    tx.afterCommit(() => this.present.clear());
    return moveState(tx, TABLES, move);
  }

  /** Pauses that happened. */
  async count(programId: string | null): Promise<number> {
    const [row] = await this.db.read<{ count: number }>(
      `SELECT count(*)::int AS count FROM program_pauses
       WHERE state IN ('active', 'ended') AND ends_at > starts_at AND ($1::text IS NULL OR program_id = $1)`,
      [programId],
    );
    return row?.count ?? 0;
  }
}
