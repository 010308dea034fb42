import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { decimal, type Money } from '../../kernel/money';

/** One cell. Only text can carry what a person wrote, so only text is guarded; the rest is written by Atelier itself. */
export type CsvCell = string | bigint | number | boolean | Date | Money | null;
export type CsvRow = readonly CsvCell[];

/**
 * First characters after which spreadsheet programs run a cell as a formula: OWASP ASVS 5.0 1.2.10, and the full-width
 * forms that some of them treat alike.
 */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

function textOf(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return FORMULA.test(cell) ? `'${cell}` : cell;
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === 'object') return decimal(cell);
  return String(cell);
}

/**
 * One record of RFC 4180, with its line end. Text that a spreadsheet would run as a formula gets a leading apostrophe;
 * money is written in decimals (`12.34`), times as ISO 8601 in UTC, nothing as an empty cell.
 */
export function csvLine(row: CsvRow): string {
  const cells = row
    .map(textOf)
    .map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
  return `${cells.join(',')}\r\n`;
}

async function* lines(header: readonly string[], rows: AsyncIterable<CsvRow>): AsyncGenerator<string> {
  yield csvLine(header);
  for await (const row of rows) yield csvLine(row);
}

/** A download that is written while `rows` are read: the memory used does not grow with their number. */
export function csvFile(
  name: string,
  header: readonly string[],
  rows: AsyncIterable<CsvRow>,
): StreamableFile {
  return new StreamableFile(Readable.from(lines(header, rows), { objectMode: true, highWaterMark: 64 }), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name.replaceAll(/[^A-Za-z0-9._-]/g, '_')}"`,
  });
}
