import type { FilterKey } from './filters';

/** What a column holds. `money`: minor units of the row's `currency`. */
export type ColumnType =
  'id' | 'text' | 'state' | 'money' | 'count' | 'number' | 'time' | 'flag' | 'currency';

/** What a cell leads to in the portal; its id is in the cell, or in the column `opensBy`. */
export type Target = 'batch' | 'payout' | 'earning' | 'person' | 'call' | 'postings' | 'program';

export interface Column {
  /** Machine name: the column of the view, the member of the API, the head of the file. Never renamed. */
  readonly key: string;
  /** For people. */
  readonly title: string;
  readonly type: ColumnType;
  /** Of counts and numbers: `days`, `minutes`. */
  readonly unit?: string;
  /** Summed over the whole filtered set, per currency. */
  readonly isSummed?: true;
  /** In files and the API only: the portal's table leaves it out. */
  readonly isQuiet?: true;
  readonly opens?: Target;
  readonly opensBy?: string;
}

export interface ReadingFilter {
  readonly key: FilterKey;
  /** Column of the view that is compared; several: one of them. */
  readonly column: string | readonly string[];
  /** Closed list of values, where there is one. */
  readonly values?: readonly string[];
}

export interface Grouping {
  /** Name in the API. */
  readonly key: string;
  readonly title: string;
  /** SQL over the columns of the view. */
  readonly expression: string;
  /** Filter that shows what is in a group; its value is the group's. */
  readonly filter?: FilterKey;
}

/** One question of finance as data: where its rows come from, what they show, how they are filtered, summed, grouped. */
export interface Reading {
  readonly key: string;
  readonly title: string;
  /** The question that it answers. */
  readonly question: string;
  /** View or function of the reporting contract; a function takes the day of the filter `at`. */
  readonly source: string;
  readonly isDated?: true;
  /** What one row is, in the plural. */
  readonly rows: string;
  readonly columns: readonly Column[];
  /** Columns that order the rows, newest first; together they never repeat. */
  readonly order: readonly {
    readonly column: string;
    readonly type: 'timestamptz' | 'text' | 'bigint' | 'integer';
  }[];
  readonly filters: readonly ReadingFilter[];
  readonly groups: readonly Grouping[];
  /** The chart that the portal draws: which grouping, of which summed column. */
  readonly chart?: { readonly by: string; readonly of: string; readonly as: 'bar' | 'area' };
}

export const money = (key: string, title: string, more: Partial<Column> = {}): Column => ({
  key,
  title,
  type: 'money',
  isSummed: true,
  ...more,
});
export const text = (key: string, title: string, more: Partial<Column> = {}): Column => ({
  key,
  title,
  type: 'text',
  ...more,
});
export const time = (key: string, title: string, more: Partial<Column> = {}): Column => ({
  key,
  title,
  type: 'time',
  ...more,
});
export const quiet = (column: Column): Column => ({ ...column, isQuiet: true });
export const CURRENCY: Column = { key: 'currency', title: 'Currency', type: 'currency', isQuiet: true };

/** Calendar months in UTC over a column of times. */
export const monthly = (column: string, title: string): Grouping => ({
  key: 'month',
  title,
  expression: `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM')`,
  filter: 'month',
});

export const count = (key: string, title: string, unit: string): Column => ({
  key,
  title,
  type: 'count',
  unit,
});
export const programme = text('programme', 'Programme', { opens: 'program', opensBy: 'program_id' });
export const person = text('person', 'Artist', { opens: 'person', opensBy: 'person_id' });
export const programId = quiet(text('program_id', 'Programme id'));
export const personId = quiet(text('person_id', 'Artist id'));
export const dates = (column: string) =>
  [
    { key: 'from', column },
    { key: 'until', column },
    { key: 'month', column },
  ] as const;
export const byState = { key: 'state', title: 'State', expression: 'state', filter: 'state' } as const;
export const byCentre = {
  key: 'costCentre',
  title: 'Cost centre',
  expression: 'cost_centre',
  filter: 'costCentre',
} as const;
