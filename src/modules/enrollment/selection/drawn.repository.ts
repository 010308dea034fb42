import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { LIST_ENTRIES, LIST_PROGRAMS_WAITING, QUEUE_DRAWN } from '../applications/application.sql';
import type { ApplicationState } from '../contract';

export interface Queued {
  readonly id: string;
  readonly personId: string;
  readonly from: ApplicationState;
}

/** Applications as entries of a draw: many at once. */
@Injectable()
export class DrawnRepository {
  constructor(private readonly db: Database) {}

  /** Ids of everybody whose place is drawn; with `frozenAt` also of those who withdrew since then. */
  async entries(tx: Tx, programId: string, frozenAt: Date | null = null): Promise<string[]> {
    return (await tx.query<{ id: string }>(LIST_ENTRIES, [programId, frozenAt])).map(({ id }) => id);
  }

  /** Puts those who still wait at their drawn places. */
  async queue(
    tx: Tx,
    programId: string,
    drawn: readonly (readonly [string, number])[],
    reviewAt: Date,
  ): Promise<Queued[]> {
    const values = [programId, drawn.map(([id]) => id), drawn.map(([, place]) => place), reviewAt];
    return tx.query<Queued & Record<string, unknown>>(QUEUE_DRAWN, values);
  }

  async programsWaiting(): Promise<string[]> {
    return (await this.db.read<{ id: string }>(LIST_PROGRAMS_WAITING)).map(({ id }) => id);
  }

  /** Whether somebody's place is drawn and not given yet. */
  async hasUnsettled(programId: string): Promise<boolean> {
    const rows = await this.db.read(
      `SELECT 1 FROM enrollment_applications WHERE program_id = $1 AND state IN ('submitted', 'in_review') LIMIT 1`,
      [programId],
    );
    return rows.length > 0;
  }
}
