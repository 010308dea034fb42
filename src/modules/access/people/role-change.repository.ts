import { Injectable } from '@nestjs/common';
import type { Role } from '../../../kernel/actor';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { RoleChangeState } from '../domain/role-change.workflow';

const TABLES = { table: 'access_role_changes', history: 'access_role_changes_history' } as const;

export interface RoleChangeRow {
  readonly id: string;
  readonly personId: string;
  readonly state: RoleChangeState;
  readonly fromRoles: Role[];
  readonly toRoles: Role[];
  readonly reason: string;
  readonly proposedBy: string;
  readonly createdAt: Date;
}

const COLUMNS = `id, person_id AS "personId", state, from_roles AS "fromRoles", to_roles AS "toRoles", reason,
  proposed_by AS "proposedBy", created_at AS "createdAt"`;

/**
 * Caller: RolesService.propose.
 * Index: access_role_changes_open, one open change a person.
 * Twice: the second does nothing and returns no row.
 */
const INSERT = `
  INSERT INTO access_role_changes (id, person_id, state, from_roles, to_roles, reason, proposed_by)
  VALUES ($1, $2, 'proposed', $3, $4, $5, $6) ON CONFLICT (person_id) WHERE state = 'proposed' DO NOTHING
  RETURNING ${COLUMNS}`;

type NewChange = Pick<RoleChangeRow, 'id' | 'personId' | 'fromRoles' | 'toRoles' | 'reason' | 'proposedBy'>;

@Injectable()
export class RoleChangeRepository {
  constructor(private readonly db: Database) {}

  /** `null`: one is open already. */
  async insert(tx: Tx, change: NewChange): Promise<RoleChangeRow | null> {
    const { id, personId, fromRoles, toRoles, reason, proposedBy } = change;
    const rows = await tx.query<RoleChangeRow & Record<string, unknown>>(INSERT, [
      id,
      personId,
      fromRoles,
      toRoles,
      reason,
      proposedBy,
    ]);
    return rows[0] ?? null;
  }

  async lock(tx: Tx, id: string): Promise<RoleChangeRow | null> {
    const sql = `SELECT ${COLUMNS} FROM access_role_changes WHERE id = $1 FOR UPDATE`;
    return (await tx.query<RoleChangeRow & Record<string, unknown>>(sql, [id]))[0] ?? null;
  }

  /** Those that wait for a second person, oldest first. */
  async listOpen(): Promise<RoleChangeRow[]> {
    const sql = `SELECT ${COLUMNS} FROM access_role_changes WHERE state = 'proposed' ORDER BY id LIMIT 200`;
    return this.db.read<RoleChangeRow & Record<string, unknown>>(sql);
  }

  /** Whether a change of this person's roles waits. */
  async hasOpen(tx: Tx, personId: string): Promise<boolean> {
    const sql = `SELECT 1 FROM access_role_changes WHERE person_id = $1 AND state = 'proposed'`;
    return (await tx.query(sql, [personId])).length > 0;
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    if (move.verb === 'confirm')
      await tx.run('UPDATE access_role_changes SET confirmed_by = $2 WHERE id = $1', [
        move.id,
        move.actor.id,
      ]);
    return moveState(tx, TABLES, move);
  }
}
