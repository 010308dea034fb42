import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import type { StanceCount } from '../domain/parity';
import { CLOCK_TIMES, OLDEST_OPEN, OVERTURNS, STANCE_OUTCOMES } from './clock-numbers.sql';

/** Median and ninth decile in hours; `null` where nothing was measured. */
type Spread = readonly [number | null, number | null] | null;

export interface ClockRow {
  readonly cohortId: string | null;
  readonly isTotal: boolean;
  readonly decided: number;
  readonly inTarget: number;
  readonly people: number;
  readonly look: Spread;
  readonly lookOffice: Spread;
  readonly verdict: Spread;
  readonly verdictOffice: Spread;
}

export interface OverturnRow {
  readonly cohortId: string | null;
  readonly isTotal: boolean;
  readonly answered: number;
  readonly overturned: number;
  readonly people: number;
}

@Injectable()
export class ClockNumbersRepository {
  constructor(private readonly db: Database) {}

  /** Decided within `days`, as a whole and by cohort. */
  async clocks(programId: string | null, days: number): Promise<ClockRow[]> {
    return this.db.read(CLOCK_TIMES, [programId, days]);
  }

  /** Hours that the oldest open one has waited; `null` when nothing is open. */
  async oldest(programId: string | null): Promise<number | null> {
    return (await this.db.read<{ hours: number | null }>(OLDEST_OPEN, [programId]))[0]?.hours ?? null;
  }

  /** Appeals answered within `days`, as a whole and by cohort. */
  async overturns(programId: string | null, days: number): Promise<OverturnRow[]> {
    return this.db.read<OverturnRow & Record<string, unknown>>(OVERTURNS, [programId, days]);
  }

  async stances(programId: string | null): Promise<StanceCount[]> {
    return this.db.read(STANCE_OUTCOMES, [programId]);
  }
}
