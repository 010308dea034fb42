import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { SeatState } from '../domain/seat.workflow';

const SEATS = { table: 'grants_seats', history: 'grants_seats_history' } as const;

export interface SeatRow {
  readonly id: string;
  readonly eventId: string;
  readonly personId: string;
  readonly needs: string;
  readonly place: number | null;
  readonly state: SeatState;
}

export interface SeatCounts {
  readonly taken: number;
  readonly waiting: number;
}

type Read<T> = T & Record<string, unknown>;
const SEAT = `id, event_id AS "eventId", person_id AS "personId", needs, place, state`;

@Injectable()
export class SeatRepository {
  constructor(private readonly db: Database) {}

  /** `false`: this person is registered. Somebody who gave up registers again at the end. */
  async register(
    tx: Tx,
    row: Pick<SeatRow, 'id' | 'eventId' | 'personId' | 'needs'>,
  ): Promise<SeatRow | null> {
    const [seat] = await tx.query<Read<SeatRow>>(
      `INSERT INTO grants_seats (id, event_id, person_id, needs, state) VALUES ($1, $2, $3, $4, 'registered')
       ON CONFLICT (event_id, person_id) DO UPDATE SET state = 'registered', needs = excluded.needs, place = NULL, updated_at = now()
         WHERE grants_seats.state = 'given_up'
       RETURNING ${SEAT}`,
      [row.id, row.eventId, row.personId, row.needs],
    );
    return seat ?? null;
  }

  async find(id: string): Promise<SeatRow | null> {
    const [row] = await this.db.read<Read<SeatRow>>(`SELECT ${SEAT} FROM grants_seats WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** Under the lock of the event: all seats of it, by place, then by when they were asked for. */
  async ofEvent(tx: Tx, eventId: string): Promise<SeatRow[]> {
    return tx.query<Read<SeatRow>>(
      `SELECT ${SEAT} FROM grants_seats WHERE event_id = $1 ORDER BY place NULLS LAST, id`,
      [eventId],
    );
  }

  async move(
    tx: Tx,
    move: StateMove,
    more: { place?: number | null; markedBy?: string } = {},
  ): Promise<boolean> {
    await tx.run(
      `UPDATE grants_seats SET place = CASE WHEN $2 THEN $3::int ELSE place END, marked_by = coalesce($4, marked_by) WHERE id = $1`,
      [move.id, more.place !== undefined, more.place ?? null, more.markedBy ?? null],
    );
    return moveState(tx, SEATS, move);
  }

  /** Events attended or to be attended by a person within 365 days, in one programme. */
  async withinYear(tx: Tx, personId: string, programId: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM grants_seats s JOIN grants_events e ON e.id = s.event_id
       WHERE s.person_id = $1 AND e.program_id = $2 AND s.state IN ('seated', 'attended')
         AND e.state <> 'cancelled' AND e.starts_at > now() - interval '365 days'`,
      [personId, programId],
    );
    return row?.n ?? 0;
  }

  async counts(eventIds: readonly string[]): Promise<Map<string, SeatCounts>> {
    const rows = await this.db.read<{ id: string } & SeatCounts>(
      `SELECT event_id AS id, count(*) FILTER (WHERE state IN ('seated', 'attended', 'absent'))::int AS taken,
         count(*) FILTER (WHERE state IN ('registered', 'waitlisted'))::int AS waiting
       FROM grants_seats WHERE event_id = ANY ($1) GROUP BY event_id`,
      [eventIds],
    );
    return new Map(rows.map(({ id, taken, waiting }) => [id, { taken, waiting }]));
  }

  /** Of an event or of a person: seated first, then by place; keyset by id. */
  async list(
    filter: { readonly eventId?: string; readonly personId?: string },
    cursor: string | undefined,
    limit: number,
  ): Promise<Page<SeatRow>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, 1)[0];
    const rows = await this.db.read<Read<SeatRow>>(
      `SELECT ${SEAT} FROM grants_seats
       WHERE ($1::text IS NULL OR event_id = $1) AND ($2::text IS NULL OR person_id = $2) AND ($3::text IS NULL OR id < $3)
       ORDER BY id DESC LIMIT $4`,
      [filter.eventId ?? null, filter.personId ?? null, after, limit + 1],
    );
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }
}
