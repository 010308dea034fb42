import { Injectable } from '@nestjs/common';
import { toJsonInteger, type Currency } from '../../../kernel/money';
import { decodeCursor, pageRefusals, toPage } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import type { CsvCell, CsvRow } from '../../../platform/http/csv';
import type { Actor } from '../../../kernel/actor';
import { AuditService } from '../../audit';
import { reportsRefusals } from '../contract';
import { findReading, READINGS } from '../domain/catalogue';
import { criteriaFault, criteriaOf } from '../domain/criteria';
import { FILTERS, type Criteria } from '../domain/filters';
import type { Column, Reading } from '../domain/reading';
import { summed } from '../domain/reading-sql';
import type {
  Cell,
  ReadingFilters,
  ReadingGroups,
  ReadingPage,
  ReadingSums,
  ReadingSumView,
  ReadingView,
} from './reading.dto';
import { ReadingRepository, type ReadingRow, type SumRow } from './reading.repository';

/** Rows of a file that is written while somebody waits for it; more is an export. */
const AT_ONCE = 10_000;
const PAGE = 500;

/** The readings of finance: one way to list, sum, group and download for all of them. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly db: Database,
    private readonly readings: ReadingRepository,
    private readonly audit: AuditService,
  ) {}

  catalogue(): ReadingView[] {
    return READINGS.map(readingView);
  }

  /** Refuses `unknown_reading`, `unknown_filter`, `bad_value`, ranges that hold nothing, and cursors of another list. */
  async list(
    key: string,
    filters: ReadingFilters,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<ReadingPage> {
    const { reading, criteria } = this.asked(key, filters);
    const after = cursor === undefined ? null : keyOfCursor(reading, cursor);
    const rows = await this.readings.list(reading, criteria, after, limit + 1);
    const { items, next } = toPage(
      rows,
      limit,
      (row) => [key, ...reading.order.map((_, index) => String(row[`key_${index}`]))],
      (row) => rowView(reading, row),
    );
    return { items: [...items], next };
  }

  async sums(key: string, filters: ReadingFilters): Promise<ReadingSums> {
    const { reading, criteria } = this.asked(key, filters);
    const rows = await this.readings.sums(reading, criteria);
    const items = rows.map((row) => sumView(reading, row));
    return { rows: items.reduce((total, item) => total + item.rows, 0), items };
  }

  async groups(key: string, filters: ReadingFilters, by: string): Promise<ReadingGroups> {
    const { reading, criteria } = this.asked(key, filters);
    const grouping = reading.groups.find((one) => one.key === by);
    if (grouping === undefined) {
      const known = reading.groups.map((one) => one.key);
      throw refusal(reportsRefusals, 'unknown_group', { by, known });
    }
    const rows = await this.readings.groups(reading, criteria, grouping.expression);
    return { items: rows.map((row) => ({ ...sumView(reading, row), value: row.value })) };
  }

  /** Rows of a file with control totals at its end; noted before the first leaves. Refuses `too_large`. */
  async rows(me: Actor, key: string, filters: ReadingFilters): Promise<AsyncIterable<CsvRow>> {
    const { reading, criteria } = this.asked(key, filters);
    const sums = await this.readings.sums(reading, criteria);
    const count = sums.reduce((total, { rows }) => total + rows, 0);
    if (count > AT_ONCE) throw refusal(reportsRefusals, 'too_large', { rows: count, atMost: AT_ONCE });
    await this.db.tx((tx) =>
      this.audit.record(tx, me, 'reports.download', key, { ...criteria, rows: count }),
    );
    return this.read(reading, criteria, sums);
  }

  /** The reading and its criteria, checked. */
  asked(key: string, filters: object): { reading: Reading; criteria: Criteria } {
    const reading = findReading(key);
    if (reading === undefined) throw refusal(reportsRefusals, 'unknown_reading', { reading: key });
    const criteria = criteriaOf({ ...filters });
    const fault = criteriaFault(reading, criteria);
    if (fault !== null) throw refusal(reportsRefusals, fault.code, fault.details);
    return { reading, criteria };
  }

  private async *read(reading: Reading, criteria: Criteria, sums: readonly SumRow[]): AsyncGenerator<CsvRow> {
    let after: readonly string[] | null = null;
    let page: ReadingRow[];
    do {
      page = await this.readings.list(reading, criteria, after, PAGE);
      for (const row of page) yield reading.columns.flatMap((column) => csvCells(column, row));
      const last = page.at(-1);
      if (last !== undefined) after = reading.order.map((_, index) => String(last[`key_${index}`]));
    } while (page.length === PAGE);
    for (const sum of sums) yield totalRow(reading, sum);
  }
}

/** A cursor carries the name of its reading, so that one of another list is refused and never misread. */
function keyOfCursor(reading: Reading, cursor: string): string[] {
  const [of, ...key] = decodeCursor(cursor, reading.order.length + 1).map(String);
  const isWhole = reading.order.every(({ type }, index) => {
    const part = key[index] ?? '';
    if (type === 'timestamptz') return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(part);
    return type === 'text' || /^-?\d{1,18}$/.test(part);
  });
  if (of !== reading.key || !isWhole) throw refusal(pageRefusals, 'bad_cursor');
  return key;
}

function readingView({ key, title, question, rows, columns, filters, groups, chart }: Reading): ReadingView {
  return {
    key,
    title,
    question,
    rows,
    columns: columns.map((column) => ({
      key: column.key,
      title: column.title,
      type: column.type,
      unit: column.unit ?? null,
      isSummed: column.isSummed === true,
      isQuiet: column.isQuiet === true,
      opens: column.opens ?? null,
      opensBy: column.opensBy ?? column.key,
    })),
    filters: filters.map((filter) => ({
      key: filter.key,
      title: FILTERS[filter.key].title,
      input: FILTERS[filter.key].input,
      values: filter.values === undefined ? null : [...filter.values],
    })),
    groups: groups.map((group) => ({ key: group.key, title: group.title, filter: group.filter ?? null })),
    chart: chart === undefined ? null : { by: chart.by, of: chart.of },
  };
}

function rowView(reading: Reading, row: ReadingRow): Record<string, Cell> {
  const currency = row.currency as Currency;
  return Object.fromEntries(
    reading.columns.map(({ key, type }) => [key, cellView(row[key] ?? null, type, currency)]),
  );
}

function cellView(value: ReadingRow[string], type: Column['type'], currency: Currency): Cell {
  if (value === null || value === undefined) return null;
  if (type === 'money') return { amount: toJsonInteger(BigInt(value as bigint | number)), currency };
  if (typeof value === 'bigint') return toJsonInteger(value);
  return value instanceof Date ? value.toISOString() : value;
}

function sumView(reading: Reading, row: SumRow): ReadingSumView {
  const sums = summed(reading).map(({ key }) => [key, toJsonInteger(BigInt(row[key] ?? 0n))]);
  return { currency: row.currency, rows: row.rows, sums: Object.fromEntries(sums) as Record<string, number> };
}

function csvCells({ key, type }: Column, row: ReadingRow): CsvCell[] {
  const value = row[key] ?? null;
  if (type !== 'money') return [value];
  if (value === null) return [null, null];
  const amount = BigInt(value as bigint | number);
  return [{ amount, currency: row.currency as Currency }, amount];
}

/** `TOTAL` and the number of rows in the first column, the sums under their columns. */
function totalRow(reading: Reading, sum: SumRow): CsvRow {
  return reading.columns.flatMap((column, index): CsvCell[] => {
    if (index === 0) return [`TOTAL ${sum.rows} ${reading.rows}`];
    if (column.key === 'currency') return [sum.currency];
    return column.isSummed === true ? csvCells(column, sum) : column.type === 'money' ? [null, null] : [null];
  });
}
