import type { Actor } from '../../kernel/actor';
import type { Tx } from './database';

/** The tables of one workflow. `table` has `id, state, updated_at`; `history` has one row per move. */
export interface StateTables {
  readonly table: string;
  readonly history: string;
}

export interface StateMove {
  readonly id: string;
  readonly verb: string;
  readonly from: string;
  readonly to: string;
  readonly actor: Actor;
  /** Plain values worth keeping beside the move, such as a reason. */
  readonly note?: Readonly<Record<string, unknown>>;
}

/**
 * Moves a row and writes its history line. `false`: someone was faster (the row is no longer in `from`); reload and
 * decide again. Safe twice: the second call finds the row moved. Table names come from a module's own repository.
 */
export async function moveState(tx: Tx, { table, history }: StateTables, move: StateMove): Promise<boolean> {
  const moved = await tx.run(
    `UPDATE ${table} SET state = $3, updated_at = now() WHERE id = $1 AND state = $2`,
    [move.id, move.from, move.to],
  );
  if (moved === 0) return false;
  await tx.run(
    `INSERT INTO ${history} (subject_id, verb, from_state, to_state, actor_id, note) VALUES ($1, $2, $3, $4, $5, $6)`,
    [move.id, move.verb, move.from, move.to, move.actor.id, JSON.stringify(move.note ?? {})],
  );
  return true;
}

/** DDL of a history table, for migrations: one shape for every workflow. */
export function historyTable(history: string, subject: string): string {
  return `CREATE TABLE ${history} (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject_id text NOT NULL REFERENCES ${subject} (id),
    verb text NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    actor_id text NOT NULL,
    note jsonb NOT NULL DEFAULT '{}',
    at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX ${history}_subject ON ${history} (subject_id, id);`;
}
