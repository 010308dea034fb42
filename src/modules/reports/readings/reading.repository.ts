import { Injectable } from '@nestjs/common';
import type { Currency } from '../../../kernel/money';
import { Database } from '../../../platform/db/database';
import type { Snapshot } from '../../../platform/db/snapshot';
import type { Criteria } from '../domain/filters';
import type { Reading } from '../domain/reading';
import { groupSql, pageSql, placeholders, selection, sumSql } from '../domain/reading-sql';

/** A row as the view has it, with `key_0`, `key_1`, … for the cursor. */
export type ReadingRow = Readonly<Record<string, string | number | bigint | boolean | Date | null>>;

export interface SumRow {
  readonly currency: Currency;
  readonly rows: number;
  readonly [column: string]: string | number | bigint;
}

export interface GroupRow extends SumRow {
  readonly value: string;
}

/** Reads the reporting contract (`reports_reading_…`) by what the catalogue says. */
@Injectable()
export class ReadingRepository {
  constructor(private readonly db: Database) {}

  /** Newest first, behind the key `after`. */
  async list(
    reading: Reading,
    criteria: Criteria,
    after: readonly string[] | null,
    limit: number,
    snapshot?: Snapshot,
  ): Promise<ReadingRow[]> {
    const { bind, values } = placeholders();
    const sql = pageSql(reading, selection(reading, criteria, new Date(), bind), after, limit, bind);
    return snapshot === undefined
      ? this.db.read<ReadingRow>(sql, values)
      : snapshot.query<ReadingRow>(sql, values);
  }

  /** By currency; with `snapshot`, at its instant. */
  async sums(reading: Reading, criteria: Criteria, snapshot?: Snapshot): Promise<SumRow[]> {
    const { bind, values } = placeholders();
    const sql = sumSql(reading, selection(reading, criteria, new Date(), bind));
    return snapshot === undefined ? this.db.read<SumRow>(sql, values) : snapshot.query<SumRow>(sql, values);
  }

  /** By group and currency; at most 200. */
  async groups(reading: Reading, criteria: Criteria, expression: string): Promise<GroupRow[]> {
    const { bind, values } = placeholders();
    return this.db.read<GroupRow>(
      groupSql(reading, expression, selection(reading, criteria, new Date(), bind)),
      values,
    );
  }
}
