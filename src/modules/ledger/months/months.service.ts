import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/database';
import { MonthRepository, type MonthSummary } from './month.repository';

export type { MonthSummary } from './month.repository';

/**
 * Months of the books (`2026-03`, UTC). The database refuses an entry that is dated into a closed one; corrections are
 * posted into the present month.
 */
@Injectable()
export class MonthsService {
  constructor(private readonly months: MonthRepository) {}

  /** Closes a month for ever, or until it is opened again; returns what it holds. Safe twice. */
  async close(tx: Tx, month: string): Promise<MonthSummary> {
    await this.months.insert(tx, month);
    return this.months.summary(tx, month);
  }

  async open(tx: Tx, month: string): Promise<void> {
    await this.months.remove(tx, month);
  }
}
