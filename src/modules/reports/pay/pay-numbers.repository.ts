import { Injectable } from '@nestjs/common';
import type { Currency } from '../../../kernel/money';
import { Database } from '../../../platform/db/database';
import * as sql from './pay-numbers.sql';

export interface Minutes {
  readonly requested: number;
  readonly unpaid: number;
  readonly toppedUpTasks: number;
  readonly toppedUpPeople: number;
}

export interface Hourly {
  readonly currency: Currency;
  readonly works: number;
  readonly people: number;
  readonly p10: bigint;
  readonly p50: bigint;
}

export interface Days {
  readonly decided: number;
  readonly p50: number | null;
  readonly p90: number | null;
}

export interface UnpaidOf {
  readonly sentiment: string;
  readonly decided: number;
  readonly people: number;
  readonly declined: number;
  /** Accepted for pay, whatever came of it later. */
  readonly accepted: number;
  readonly voided: number;
  readonly unpaid: number;
}

export interface Volunteered {
  readonly minutes: number;
  readonly people: number;
}

export interface Lateness {
  readonly earnings: number;
  readonly late: number;
  readonly lateNow: number;
}

/** Reads the `reports_…` views about pay. `programId` null: all programmes. */
@Injectable()
export class PayNumbersRepository {
  constructor(private readonly db: Database) {}

  async minutes(programId: string | null): Promise<Minutes> {
    const [row] = await this.db.read<Minutes>(sql.MINUTES, [programId]);
    return row as Minutes;
  }

  async hourly(programId: string | null): Promise<Hourly[]> {
    return this.db.read(sql.HOURLY, [programId]);
  }

  async days(programId: string | null): Promise<Days> {
    const [row] = await this.db.read<Days>(sql.DAYS, [programId]);
    return row as Days;
  }

  async unpaid(programId: string | null): Promise<UnpaidOf[]> {
    return this.db.read(sql.UNPAID, [programId]);
  }

  async volunteered(programId: string | null): Promise<Volunteered> {
    const [row] = await this.db.read<Volunteered>(sql.VOLUNTEERED, [programId]);
    return row as Volunteered;
  }

  async late(programId: string | null): Promise<Lateness> {
    const [row] = await this.db.read<Lateness>(sql.LATE, [programId]);
    return row as Lateness;
  }
}
