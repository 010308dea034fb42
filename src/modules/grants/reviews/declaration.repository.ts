import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { CallState } from '../contract';

export interface Declaration {
  readonly id: string;
  readonly who: string;
  readonly note: string;
}

/** One call that somebody is on the panel of, with whom they said they cannot judge. */
export interface PanelSeat {
  readonly callId: string;
  readonly title: string;
  readonly state: CallState;
  readonly closesAt: Date;
  readonly declarations: readonly Declaration[];
}

const SEATS = `
  SELECT c.id AS "callId", c.title, c.state, c.closes_at AS "closesAt",
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'who', d.who, 'note', d.note) ORDER BY d.id)
              FROM grants_declarations d WHERE d.call_id = c.id AND d.reviewer_id = p.person_id), '[]') AS declarations
  FROM grants_panel p JOIN grants_calls c ON c.id = p.call_id
  WHERE p.person_id = $1`;

@Injectable()
export class DeclarationRepository {
  constructor(private readonly db: Database) {}

  /** Calls that are still to be judged, the next deadline first. */
  async seats(personId: string): Promise<PanelSeat[]> {
    return this.db.read<PanelSeat & Record<string, unknown>>(
      `${SEATS} AND c.state IN ('draft', 'open', 'closed') ORDER BY c.closes_at, c.id LIMIT 100`,
      [personId],
    );
  }

  /** `undefined`: not on the panel of this call. */
  async seat(tx: Tx, personId: string, callId: string): Promise<PanelSeat | undefined> {
    const [row] = await tx.query<PanelSeat & Record<string, unknown>>(`${SEATS} AND c.id = $2`, [
      personId,
      callId,
    ]);
    return row;
  }

  /** The same person again changes the note. */
  async put(tx: Tx, callId: string, reviewerId: string, { id, who, note }: Declaration): Promise<void> {
    await tx.run(
      `INSERT INTO grants_declarations (id, call_id, reviewer_id, who, note) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (call_id, reviewer_id, lower(btrim(who))) DO UPDATE SET note = excluded.note`,
      [id, callId, reviewerId, who, note],
    );
  }

  /** `false`: there is none of theirs with this id. */
  async remove(tx: Tx, callId: string, reviewerId: string, id: string): Promise<boolean> {
    const sql = 'DELETE FROM grants_declarations WHERE id = $1 AND call_id = $2 AND reviewer_id = $3';
    return (await tx.run(sql, [id, callId, reviewerId])) === 1;
  }
}
