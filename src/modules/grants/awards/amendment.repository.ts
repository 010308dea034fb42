import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { StoredStep } from '../applications/call-application.entity';
import type { AmendmentState } from '../domain/amendment.workflow';

const TABLES = { table: 'grants_amendments', history: 'grants_amendments_history' } as const;

export interface AmendmentRow {
  readonly id: string;
  readonly awardId: string;
  readonly reason: string;
  readonly plan: readonly StoredStep[];
  /** The steps that it was written for: id and state of each. */
  readonly replaces: readonly string[];
  readonly proposedBy: string;
  readonly state: AmendmentState;
}

const COLUMNS = `id, award_id AS "awardId", reason, plan, replaces, proposed_by AS "proposedBy", state`;
type Read = AmendmentRow & Record<string, unknown>;

@Injectable()
export class AmendmentRepository {
  constructor(private readonly db: Database) {}

  /** `false`: another one is proposed already. */
  async insert(tx: Tx, row: AmendmentRow): Promise<boolean> {
    const added = await tx.run(
      `INSERT INTO grants_amendments (id, award_id, reason, plan, replaces, proposed_by, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (award_id) WHERE state = 'proposed' DO NOTHING`,
      [
        row.id,
        row.awardId,
        row.reason,
        JSON.stringify(row.plan),
        JSON.stringify(row.replaces),
        row.proposedBy,
        row.state,
      ],
    );
    return added === 1;
  }

  async find(id: string): Promise<AmendmentRow | null> {
    const [row] = await this.db.read<Read>(`SELECT ${COLUMNS} FROM grants_amendments WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** Under the lock of its award. */
  async reload(tx: Tx, id: string): Promise<AmendmentRow | null> {
    const [row] = await tx.query<Read>(`SELECT ${COLUMNS} FROM grants_amendments WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    return row ?? null;
  }

  /** Of many awards, newest first. */
  async ofAwards(awardIds: readonly string[]): Promise<AmendmentRow[]> {
    return this.db.read<Read>(
      `SELECT ${COLUMNS} FROM grants_amendments WHERE award_id = ANY ($1) ORDER BY id DESC`,
      [awardIds],
    );
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    await tx.run('UPDATE grants_amendments SET answered_by = $2 WHERE id = $1', [move.id, move.actor.id]);
    return moveState(tx, TABLES, move);
  }
}
