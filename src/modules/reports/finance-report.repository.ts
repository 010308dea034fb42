import { Injectable } from '@nestjs/common';
import type { Currency } from '../../kernel/money';
import { Database } from '../../platform/db/database';
import type { Aged } from './domain/ageing';
import * as sql from './finance-report.sql';

/** People listed by name; the totals are over everybody. */
const LISTED = 500;

export interface Owed {
  readonly personId: string;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly reserved: bigint;
}

export interface OwedTotal {
  readonly currency: Currency;
  readonly owed: bigint;
  readonly inTransit: bigint;
  readonly unfunded: bigint;
  readonly people: number;
}

export interface Fund {
  readonly programId: string;
  readonly currency: Currency;
  readonly funded: bigint | null;
  readonly earned: bigint;
  readonly committed: bigint;
  readonly balance: bigint;
}

export interface Exception {
  readonly state: 'on_hold' | 'failed' | 'returned';
  readonly currency: Currency;
  readonly count: number;
  readonly amount: bigint;
}

/** Finance's readings of the `reports_…` views. `programId` null: all programmes. */
@Injectable()
export class FinanceReportRepository {
  constructor(private readonly db: Database) {}

  /** The largest first, by currency; at most 500. */
  async listOwed(): Promise<Owed[]> {
    return this.db.read(sql.LIABILITY, [LISTED]);
  }

  async owedTotals(): Promise<OwedTotal[]> {
    return this.db.read(sql.LIABILITY_TOTALS);
  }

  async listFunds(programId: string | null): Promise<Fund[]> {
    return this.db.read(sql.FUNDS, [programId]);
  }

  async listWaiting(programId: string | null): Promise<Aged[]> {
    return this.db.read(sql.WAITING, [programId]);
  }

  async listExceptions(programId: string | null): Promise<Exception[]> {
    return this.db.read(sql.EXCEPTIONS, [programId]);
  }
}
