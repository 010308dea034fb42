import { FILTERS, type Criteria } from './filters';
import type { Column, Reading, ReadingFilter } from './reading';

/** Turns a value into the text that stands for it in the statement; values never become part of the statement. */
export type Bind = (value: string, type: string) => string;

/** `$1`, `$2`, …, and the values that belong to them. */
export function placeholders(): { bind: Bind; values: string[] } {
  const values: string[] = [];
  return { values, bind: (value, type) => `$${values.push(value)}::${type}` };
}

/**
 * Settings of the transaction instead of placeholders: COPY takes none. `values` are to be set as `atelier.p1`,
 * `atelier.p2`, … before the statement runs.
 */
export function settings(): { bind: Bind; values: string[] } {
  const values: string[] = [];
  return { values, bind: (value, type) => `current_setting('atelier.p${values.push(value)}')::${type}` };
}

const day = (value: string): string => `${value}T00:00:00Z`;

function condition(filter: ReadingFilter, value: string, bind: Bind): string {
  const { sql, test } = FILTERS[filter.key];
  const columns = typeof filter.column === 'string' ? [filter.column] : filter.column;
  const [column = ''] = columns;
  if (test === 'month') {
    const first = bind(day(`${value}-01`), 'timestamptz');
    return `${column} >= ${first} AND ${column} < ${first} + interval '1 month'`;
  }
  if (test === 'prefix') {
    const prefix = bind(value, 'text');
    return `${column} >= ${prefix} AND ${column} < ${prefix} || '~'`;
  }
  const bound = bind(sql === 'timestamptz' ? day(value) : value, sql);
  return columns.map((name) => `${name} ${test} ${bound}`).join(' OR ');
}

export interface Selection {
  /** What stands after FROM. */
  readonly from: string;
  /** Conditions without WHERE; never empty. */
  readonly where: readonly string[];
}

/** Rows of a reading that fit the criteria. Names come from the catalogue, values through `bind`. */
export function selection(reading: Reading, criteria: Criteria, now: Date, bind: Bind): Selection {
  const where = reading.filters.flatMap((filter) => {
    const value = criteria[filter.key];
    return value === undefined || FILTERS[filter.key].test === 'as_of'
      ? []
      : [`(${condition(filter, value, bind)})`];
  });
  if (reading.isDated !== true) return { from: reading.source, where };
  // The end of the day that is named; today: this moment.
  const { at } = criteria;
  const until = at === undefined ? now : new Date(Math.min(now.getTime(), Date.parse(day(at)) + 86_400_000));
  return { from: `${reading.source}(${bind(until.toISOString(), 'timestamptz')})`, where };
}

const whereOf = (where: readonly string[]): string =>
  where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`;

/** The parts of a key as text, exact to the microsecond. */
const keyText = ({ column, type }: Reading['order'][number]): string =>
  type === 'timestamptz'
    ? `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : `${column}::text`;

/** One page, newest first, behind the key `after`. */
export function pageSql(
  reading: Reading,
  { from, where }: Selection,
  after: readonly string[] | null,
  limit: number,
  bind: Bind,
): string {
  const names = reading.order.map(({ column }) => column);
  const behind =
    after === null
      ? []
      : [
          `(${names.join(', ')}) < (${reading.order.map(({ type }, index) => bind(after[index] ?? '', type)).join(', ')})`,
        ];
  const keys = reading.order.map((part, index) => `${keyText(part)} AS key_${index}`);
  return `SELECT ${[...reading.columns.map(({ key }) => key), ...keys].join(', ')} FROM ${from}${whereOf([...where, ...behind])}
    ORDER BY ${names.map((name) => `${name} DESC`).join(', ')} LIMIT ${bind(String(limit), 'integer')}`;
}

const sums = (reading: Reading): string =>
  summed(reading)
    .map(({ key }) => `, sum(${key})::bigint AS ${key}`)
    .join('');

/** Columns whose whole is shown. */
export function summed(reading: Reading): Column[] {
  return reading.columns.filter(({ isSummed }) => isSummed === true);
}

/** Number and sums of everything that fits, one row per currency. */
export function sumSql(reading: Reading, { from, where }: Selection): string {
  return `SELECT currency, count(*)::integer AS rows${sums(reading)} FROM ${from}${whereOf(where)} GROUP BY currency ORDER BY currency`;
}

/** The same by group, the first 200 of them. */
export function groupSql(reading: Reading, expression: string, { from, where }: Selection): string {
  return `SELECT ${expression} AS value, currency, count(*)::integer AS rows${sums(reading)} FROM ${from}${whereOf(where)}
    GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 200`;
}

/** First characters of text after which a spreadsheet runs the cell as a formula: platform/http/csv.ts. */
const FORMULA = [...'=+-@\t\r\n＝＋－＠'].map((character) => character.codePointAt(0)).join(', ');

const isWritten = ({ type }: Column): boolean => type === 'text' || type === 'id' || type === 'state';

/** The head of a file: money has two columns, decimals and minor units. */
export function fileHead(reading: Reading, names: 'machine' | 'human'): string[] {
  return reading.columns.flatMap((column) => {
    const { key, title, type } = column;
    if (type !== 'money') return [names === 'machine' ? key : title];
    return names === 'machine' ? [key, minorName(key)] : [title, `${title}, minor units`];
  });
}

const minorName = (key: string): string => `${key.replace(/_amount$/, '')}_minor`;

function csvCells({ key, type }: Column): string[] {
  if (type === 'money') return [`reports_decimal(${key}, currency)`, key];
  if (type === 'time') return [`to_char(${key} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`];
  if (type === 'flag') return [`CASE WHEN ${key} THEN 'true' ELSE 'false' END`];
  return [key];
}

const guarded = (column: Column): string[] =>
  isWritten(column)
    ? [`CASE WHEN ascii(${column.key}) IN (${FORMULA}) THEN '''' || ${column.key} ELSE ${column.key} END`]
    : csvCells(column);

/** Everything that fits, oldest first, as Postgres writes CSV; text that a spreadsheet would run is disarmed. */
export function csvCopySql(reading: Reading, { from, where }: Selection): string {
  const names = reading.order.map(({ column }) => column).join(', ');
  return `COPY (SELECT ${reading.columns.flatMap(guarded).join(', ')} FROM ${from}${whereOf(where)} ORDER BY ${names})
    TO STDOUT (FORMAT csv)`;
}

/**
 * One JSON object a line. Quote and delimiter are characters that JSON never holds as they are, so Postgres writes each
 * line untouched.
 */
export function jsonCopySql(reading: Reading, { from, where }: Selection): string {
  const names = reading.order.map(({ column }) => column).join(', ');
  const cells = reading.columns.map(({ key, type }) => {
    if (type === 'time')
      return `to_char(${key} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ${key}`;
    return key;
  });
  return `COPY (SELECT row_to_json(line)::text FROM (SELECT ${cells.join(', ')} FROM ${from}${whereOf(where)} ORDER BY ${names}) line)
    TO STDOUT (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')`;
}
