import { pipeline, Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { decimal, type Currency } from '../../../kernel/money';
import type { Snapshot } from '../../../platform/db/snapshot';
import { csvLine, type CsvCell } from '../../../platform/http/csv';
import { findReading } from '../domain/catalogue';
import { criteriaOf } from '../domain/criteria';
import { closingIn, entryIn, openingIn, type Book } from '../domain/journal';
import { LineStream } from '../../../platform/db/line-stream';
import type { Column, Reading } from '../domain/reading';
import { csvCopySql, fileHead, jsonCopySql, selection, settings, summed } from '../domain/reading-sql';
import { ReadingRepository, type ReadingRow, type SumRow } from '../readings/reading.repository';
import type { ExportEntity, ExportTotal } from './export.entity';
import { JournalRepository } from './journal.repository';

const PAGE = 2_000;

/** What a file will hold, and the file. */
export interface Content {
  readonly rows: number;
  readonly totals: readonly ExportTotal[];
  /** Opens the file; called once. `onRows` is told how many rows have been written. */
  readonly open: (onRows: (rows: number) => void) => Promise<Readable>;
}

type Asked = Pick<ExportEntity, 'reading' | 'format' | 'header' | 'filters'>;

/** Files out of one snapshot: control totals and rows are of the same instant. */
@Injectable()
export class ContentService {
  constructor(
    private readonly readings: ReadingRepository,
    private readonly journal: JournalRepository,
  ) {}

  async content(snapshot: Snapshot, asked: Asked): Promise<Content> {
    if (asked.format === 'hledger' || asked.format === 'beancount') return this.book(snapshot, asked.format);
    const reading = findReading(asked.reading);
    if (reading === undefined) throw new Error(`there is no reading ${asked.reading}`);
    const sums = await this.readings.sums(reading, criteriaOf(asked.filters), snapshot);
    const totals = sums.map((sum) => totalOf(reading, sum));
    const rows = totals.reduce((all, total) => all + total.rows, 0);
    const open = (onRows: (count: number) => void): Promise<Readable> =>
      asked.format === 'xlsx'
        ? this.sheet(snapshot, reading, asked, onRows)
        : this.lines(snapshot, reading, asked, { sums, totals, onRows });
    return { rows, totals, open };
  }

  private async lines(
    snapshot: Snapshot,
    reading: Reading,
    asked: Asked,
    { sums, totals, onRows }: { sums: SumRow[]; totals: ExportTotal[]; onRows: (rows: number) => void },
  ): Promise<Readable> {
    const { bind, values } = settings();
    const chosen = selection(reading, criteriaOf(asked.filters), new Date(), bind);
    const isCsv = asked.format === 'csv';
    const rows = await snapshot.copyOut((isCsv ? csvCopySql : jsonCopySql)(reading, chosen), values);
    const around = isCsv ? aroundCsv(reading, asked, sums) : aroundJson(reading, asked, totals);
    return joined(rows, new LineStream({ ...around, isQuoted: isCsv, onRows }));
  }

  /** Built in memory by the library; `ExportService` bounds the rows. */
  private async sheet(
    snapshot: Snapshot,
    reading: Reading,
    asked: Asked,
    onRows: (rows: number) => void,
  ): Promise<Readable> {
    const rows: SheetCell[][] = [];
    let after: readonly string[] | null = null;
    let page: ReadingRow[];
    do {
      page = await this.readings.list(reading, criteriaOf(asked.filters), after, PAGE, snapshot);
      for (const row of page) rows.push(reading.columns.flatMap((column) => sheetCells(column, row)));
      onRows(rows.length);
      const last = page.at(-1);
      if (last !== undefined) after = reading.order.map((_, index) => String(last[`key_${index}`]));
    } while (page.length === PAGE);
    const head = fileHead(reading, asked.header).map((value) => ({
      value,
      type: String,
      fontWeight: 'bold' as const,
    }));
    const { default: write } = await import('write-excel-file/node');
    const file = write([head, ...rows] as never, { sheet: reading.title, stickyRowsCount: 1 });
    return Readable.from([await file.toBuffer()]);
  }

  private async book(snapshot: Snapshot, book: Book): Promise<Content> {
    const { accounts, units, since, entries } = await this.journal.frame(snapshot);
    const known = new Set(accounts);
    const balances = (await this.journal.balances(snapshot)).filter(({ name }) => known.has(name));
    const at = new Date();
    const journal = this.journal;
    async function* text(onRows: (rows: number) => void): AsyncGenerator<string> {
      yield `; The ledger of Atelier as of ${at.toISOString()}: ${entries} entries\n\n`;
      if (since !== null) yield openingIn(book, accounts, units, since);
      let count = 0;
      for await (const entry of journal.entries(snapshot)) {
        count += 1;
        if (count % 500 === 0) onRows(count);
        yield entryIn(book, entry);
      }
      yield closingIn(book, balances, at);
      onRows(count);
    }
    return { rows: entries, totals: [], open: async (onRows) => Readable.from(text(onRows)) };
  }
}

/** A fault of either ends both; whoever reads the result sees it. */
function joined(source: Readable, through: LineStream): Readable {
  pipeline(source, through, () => undefined);
  return through;
}

function totalOf(reading: Reading, sum: SumRow): ExportTotal {
  const sums = summed(reading).map(({ key }) => [key, String(sum[key] ?? 0n)]);
  return { currency: sum.currency, rows: sum.rows, sums: Object.fromEntries(sums) as Record<string, string> };
}

function aroundCsv(reading: Reading, asked: Asked, sums: readonly SumRow[]) {
  const tail = sums.map((sum) =>
    csvLine(
      reading.columns.flatMap((column, index): CsvCell[] => {
        const own = column.isSummed === true ? BigInt(sum[column.key] ?? 0n) : null;
        if (index === 0) return [`TOTAL ${sum.rows} ${reading.rows}`];
        if (column.key === 'currency') return [sum.currency];
        if (column.type !== 'money') return [null];
        return own === null ? [null, null] : [{ amount: own, currency: sum.currency }, own];
      }),
    ),
  );
  const head = csvLine(fileHead(reading, asked.header));
  return { head, between: '\r\n', end: '\r\n', tail: tail.join('') };
}

function aroundJson(reading: Reading, asked: Asked, totals: readonly ExportTotal[]) {
  const head = {
    reading: reading.key,
    at: new Date().toISOString(),
    amounts: 'minor units',
    filters: asked.filters,
  };
  const tail = `\n],"totals":${JSON.stringify(totals)}}\n`;
  return { head: `${JSON.stringify(head).slice(0, -1)},"rows":[\n`, between: ',\n', end: '', tail };
}

type SheetCell = { value?: string | number | boolean | Date; type?: unknown; format?: string } | null;

const textCell = (value: string): SheetCell => ({ value, type: String });

/** Numbers of a sheet are for people; the exact amount stands beside them in minor units. */
function sheetCells({ key, type }: Column, row: ReadingRow): SheetCell[] {
  const value = row[key] ?? null;
  if (type === 'money') {
    if (value === null) return [null, null];
    const amount = BigInt(value as bigint | number);
    const shown = Number(decimal({ amount, currency: row.currency as Currency }));
    return [{ value: shown, type: Number }, textCell(String(amount))];
  }
  if (value === null) return [null];
  if (value instanceof Date) return [{ value, type: Date, format: 'yyyy-mm-dd hh:mm:ss' }];
  if (typeof value === 'boolean') return [{ value, type: Boolean }];
  if (typeof value === 'string') return [textCell(value)];
  return [{ value: Number(value), type: Number }];
}
