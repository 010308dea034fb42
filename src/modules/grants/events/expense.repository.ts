import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { ExpenseReason, ExpenseState } from '../domain/expense.workflow';

const TABLES = { table: 'grants_expenses', history: 'grants_expenses_history' } as const;

/** Why it is declined, to be read by who claimed it. */
export interface Declined {
  readonly reason: ExpenseReason;
  readonly answer: string;
}

export interface ExpenseRow {
  readonly id: string;
  readonly eventId: string;
  readonly seatId: string;
  readonly personId: string;
  /** Minor units of the event's currency. */
  readonly amount: bigint;
  readonly what: string;
  readonly receipt: string;
  readonly reason: ExpenseReason | null;
  readonly answer: string | null;
  /** What waits for a second look; `null`: nothing does. */
  readonly declining: Declined | null;
  readonly state: ExpenseState;
}

export type NewExpense = Omit<ExpenseRow, 'state' | 'reason' | 'answer' | 'declining'>;

type Read = ExpenseRow & Record<string, unknown>;
const EXPENSE = `id, event_id AS "eventId", seat_id AS "seatId", person_id AS "personId", amount, what, receipt, reason,
  answer, declining, state`;

@Injectable()
export class ExpenseRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, row: NewExpense): Promise<void> {
    await tx.run(
      `INSERT INTO grants_expenses (id, event_id, seat_id, person_id, amount, what, receipt, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'claimed')`,
      [row.id, row.eventId, row.seatId, row.personId, row.amount, row.what, row.receipt],
    );
  }

  async find(id: string): Promise<ExpenseRow | null> {
    const [row] = await this.db.read<Read>(`SELECT ${EXPENSE} FROM grants_expenses WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** Under the lock of the event. */
  async ofEvent(tx: Tx, eventId: string): Promise<ExpenseRow[]> {
    return tx.query<Read>(`SELECT ${EXPENSE} FROM grants_expenses WHERE event_id = $1 ORDER BY id`, [
      eventId,
    ]);
  }

  async ofSeats(seatIds: readonly string[]): Promise<ExpenseRow[]> {
    return this.db.read<Read>(`SELECT ${EXPENSE} FROM grants_expenses WHERE seat_id = ANY ($1) ORDER BY id`, [
      seatIds,
    ]);
  }

  /** What waits for a second look; `null`: nothing does any more. */
  async hold(tx: Tx, id: string, declining: Declined | null): Promise<void> {
    const kept = declining === null ? null : JSON.stringify(declining);
    await tx.run('UPDATE grants_expenses SET declining = $2, updated_at = now() WHERE id = $1', [id, kept]);
  }

  /** `null` answers leave what was written; who answered stays where only a rule moves it on. */
  async move(tx: Tx, move: StateMove, { reason, answer }: Partial<Declined>): Promise<boolean> {
    const by = move.actor.id === 'system' ? null : move.actor.id;
    await tx.run(
      `UPDATE grants_expenses SET reason = coalesce($2, reason), answer = coalesce($3, answer),
         answered_by = coalesce($4, answered_by) WHERE id = $1`,
      [move.id, reason ?? null, answer ?? null, by],
    );
    return moveState(tx, TABLES, move);
  }
}
