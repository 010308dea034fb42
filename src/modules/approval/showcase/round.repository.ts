import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { Candidate, Outcome } from '../domain/showcase';
import { RoundEntity } from './round.entity';
import { CANDIDATES, ENTRIES, SHOWN_NOW, SPREAD } from './showcase.sql';

/** A candidate with what their consent stands on. */
export interface Consenting extends Candidate {
  readonly consentId: string;
  /** Minor units as text. */
  readonly price: string;
}

export interface EntryRow {
  readonly workId: string;
  readonly personId: string;
  readonly shownBefore: number;
  readonly lastShownAt: Date | null;
  readonly consentedAt: Date;
  readonly position: number | null;
  readonly outcome: Outcome | null;
}

export interface NewSlot {
  readonly round: RoundEntity;
  readonly slot: number;
  readonly workId: string;
  readonly personId: string;
  readonly nth: number;
  readonly licenceId: string;
}

const TABLES = { table: 'approval_showcase_rounds', history: 'approval_showcase_history' };

@Injectable()
export class RoundRepository {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<RoundEntity | null> {
    return this.db.manager.findOneBy(RoundEntity, { id });
  }

  /** Rounds of one programme are filled one after the other: caps count what is committed. */
  async lock(tx: Tx, id: string): Promise<RoundEntity | null> {
    const row = await tx.manager.findOneBy(RoundEntity, { id });
    if (row === null) return null;
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('approval_showcase ' || $1, 0))`, [
      row.programId,
    ]);
    return tx.manager.findOne(RoundEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Newest first, those before the one of id `before`. */
  async list(programId: string | null, before: string | null, limit: number): Promise<RoundEntity[]> {
    const query = this.db.manager.createQueryBuilder(RoundEntity, 'r').orderBy('r.id', 'DESC').limit(limit);
    if (programId !== null) query.where('r.programId = :programId', { programId });
    if (before !== null) query.andWhere('r.id < :before', { before });
    return query.getMany();
  }

  async insert(tx: Tx, round: Omit<RoundEntity, 'createdAt' | 'updatedAt'>): Promise<void> {
    await tx.manager.insert(RoundEntity, round);
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  async candidates(tx: Tx, { programId, quarter }: RoundEntity): Promise<Consenting[]> {
    return tx.query<Consenting & Record<string, unknown>>(CANDIDATES, [programId, quarter]);
  }

  async enter(tx: Tx, roundId: string, entries: readonly Candidate[]): Promise<void> {
    for (const { workId, personId, artistShown, lastShownAt, consentedAt } of entries)
      await tx.run(
        `INSERT INTO approval_showcase_entries (round_id, work_id, person_id, shown_before, last_shown_at, consented_at)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [roundId, workId, personId, artistShown, lastShownAt, consentedAt],
      );
  }

  async entries(roundId: string, tx?: Tx): Promise<EntryRow[]> {
    if (tx !== undefined) return tx.query<EntryRow & Record<string, unknown>>(ENTRIES, [roundId]);
    return this.db.read<EntryRow & Record<string, unknown>>(ENTRIES, [roundId]);
  }

  async settle(tx: Tx, roundId: string, workId: string, position: number, outcome: Outcome): Promise<void> {
    await tx.run(
      `UPDATE approval_showcase_entries SET position = $3, outcome = $4 WHERE round_id = $1 AND work_id = $2`,
      [roundId, workId, position, outcome],
    );
  }

  async insertSlot(tx: Tx, { round, slot, workId, personId, nth, licenceId }: NewSlot): Promise<void> {
    await tx.run(
      `INSERT INTO approval_showcase_slots
         (round_id, slot, work_id, person_id, program_id, quarter, per_quarter, nth, licence_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [round.id, slot, workId, personId, round.programId, round.quarter, round.perQuarter, nth, licenceId],
    );
  }

  async shownNow(programId: string | null): Promise<{ roundId: string; slot: number; workId: string }[]> {
    return this.db.read<{ roundId: string; slot: number; workId: string }>(SHOWN_NOW, [programId]);
  }

  /** Slots of each artist in the last year. */
  async spread(programId: string | null): Promise<number[]> {
    const rows = await this.db.read<{ shown: number }>(SPREAD, [programId]);
    return rows.map(({ shown }) => shown);
  }
}
