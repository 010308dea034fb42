import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import type { ApplicationState } from '../contract';
import { COUNT_LATE, COUNT_STATES } from './application.sql';

export interface Punctuality {
  /** Promised for a day that has passed, and still open. */
  readonly open: number;
  /** Decided after the promised day. */
  readonly late: number;
  /** Decided by it. */
  readonly kept: number;
}

/** How many applications a programme has, by what became of them. */
@Injectable()
export class ApplicationCountRepository {
  constructor(private readonly db: Database) {}

  async byState(programId: string): Promise<Partial<Record<ApplicationState, number>>> {
    const rows = await this.db.read<{ state: ApplicationState; count: number }>(COUNT_STATES, [programId]);
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  async punctuality(programId: string): Promise<Punctuality> {
    const [row] = await this.db.read<Punctuality & Record<string, unknown>>(COUNT_LATE, [programId]);
    return row ?? { open: 0, late: 0, kept: 0 };
  }
}
