/** One field of a record: name, first and last position as the rules count them, and what may stand there. */
type Field = readonly [name: string, first: number, last: number, shape: RegExp];

const DIGITS = /^\d+$/;
const WORDS = /^[A-Z0-9 /\-?:().,'+&]+$/;
const BLANK = /^ +$/;

/** Records of an ACH file by their first character, position by position, as the operating rules lay them out. */
const RECORDS: Readonly<Record<string, readonly Field[]>> = {
  '1': [
    ['type', 1, 1, /^1$/],
    ['priority', 2, 3, /^01$/],
    ['destination', 4, 13, /^ \d{9}$/],
    ['origin', 14, 23, WORDS],
    ['day', 24, 29, DIGITS],
    ['time', 30, 33, DIGITS],
    ['modifier', 34, 34, /^[A-Z0-9]$/],
    ['recordSize', 35, 37, /^094$/],
    ['blocking', 38, 39, /^10$/],
    ['format', 40, 40, /^1$/],
    ['destinationName', 41, 63, WORDS],
    ['originName', 64, 86, WORDS],
    ['referenceCode', 87, 94, BLANK],
  ],
  '5': [
    ['type', 1, 1, /^5$/],
    ['service', 2, 4, /^220$/],
    ['company', 5, 20, WORDS],
    ['discretionary', 21, 40, BLANK],
    ['companyId', 41, 50, WORDS],
    ['class', 51, 53, /^PPD$/],
    ['description', 54, 63, WORDS],
    ['descriptiveDay', 64, 69, DIGITS],
    ['effectiveDay', 70, 75, DIGITS],
    ['settlement', 76, 78, BLANK],
    ['status', 79, 79, /^1$/],
    ['bank', 80, 87, DIGITS],
    ['batch', 88, 94, DIGITS],
  ],
  '6': [
    ['type', 1, 1, /^6$/],
    ['code', 2, 3, /^(22|32)$/],
    ['routing', 4, 12, DIGITS],
    ['account', 13, 29, /^[A-Za-z0-9-]+ *$/],
    ['amount', 30, 39, DIGITS],
    ['id', 40, 54, WORDS],
    ['name', 55, 76, WORDS],
    ['discretionary', 77, 78, BLANK],
    ['addenda', 79, 79, /^0$/],
    ['trace', 80, 94, DIGITS],
  ],
  '8': [
    ['type', 1, 1, /^8$/],
    ['service', 2, 4, /^220$/],
    ['entries', 5, 10, DIGITS],
    ['hash', 11, 20, DIGITS],
    ['debits', 21, 32, /^0+$/],
    ['credits', 33, 44, DIGITS],
    ['companyId', 45, 54, WORDS],
    ['code', 55, 73, BLANK],
    ['reserved', 74, 79, BLANK],
    ['bank', 80, 87, DIGITS],
    ['batch', 88, 94, DIGITS],
  ],
  '9': [
    ['type', 1, 1, /^9$/],
    ['batches', 2, 7, DIGITS],
    ['blocks', 8, 13, DIGITS],
    ['entries', 14, 21, DIGITS],
    ['hash', 22, 31, DIGITS],
    ['debits', 32, 43, /^0+$/],
    ['credits', 44, 55, DIGITS],
    ['reserved', 56, 94, BLANK],
  ],
};

export type Record94 = Readonly<Record<string, string>>;

export interface AchBatch {
  readonly header: Record94;
  readonly entries: readonly Record94[];
  readonly control: Record94;
}

function recordOf(row: string, at: number): Record94 {
  const fields = RECORDS[row[0] ?? ''];
  if (fields === undefined || row.length !== 94) throw new Error(`line ${at}: no record of 94 characters`);
  return Object.fromEntries(
    fields.map(([name, first, last, shape]) => {
      const value = row.slice(first - 1, last);
      if (!shape.test(value)) throw new Error(`line ${at}: ${name} is “${value}”`);
      return [name, value];
    }),
  );
}

const same = (what: string, is: bigint | string, should: bigint | string): void => {
  if (is !== should) throw new Error(`${what} is ${is}, not ${should}`);
};
const sum = (rows: readonly Record94[], name: string): bigint =>
  rows.reduce((total, row) => total + BigInt(row[name] ?? 'x'), 0n);
const hash = (rows: readonly Record94[]): bigint =>
  rows.reduce((total, row) => total + BigInt(row.routing?.slice(0, 8) ?? 'x'), 0n) % 10_000_000_000n;

/** Weights 3 7 1 of the ABA. */
function checkRouting(routing: string): void {
  const weighed = [...routing].reduce(
    (total, digit, at) => total + Number(digit) * ([3, 7, 1][at % 3] ?? 0),
    0,
  );
  if (weighed % 10 !== 0) throw new Error(`${routing} is no routing number`);
}

function batchOf(rows: readonly Record94[], number: bigint): AchBatch {
  const [header, control] = [rows[0], rows.at(-1)];
  if (header?.type !== '5' || control?.type !== '8') throw new Error('a batch begins with 5 and ends with 8');
  const entries = rows.slice(1, -1);
  same('batch number', BigInt(header.batch ?? ''), number);
  for (const name of ['service', 'companyId', 'bank', 'batch'] as const)
    same(`${name} of the control`, control[name] ?? '', header[name] ?? '');
  same('entries of the batch', BigInt(control.entries ?? ''), BigInt(entries.length));
  same('credits of the batch', BigInt(control.credits ?? ''), sum(entries, 'amount'));
  same('hash of the batch', BigInt(control.hash ?? ''), hash(entries));
  for (const { type, routing, trace, amount } of entries) {
    if (type !== '6') throw new Error('between header and control are entries only');
    checkRouting(routing ?? '');
    same('bank of the trace', trace?.slice(0, 8) ?? '', header.bank ?? '');
    if (BigInt(amount ?? '0') === 0n) throw new Error('an entry of nothing');
  }
  return { header, entries, control };
}

/** Reads an ACH file of PPD credits as a bank does. Throws what is wrong with it. */
export function readNacha(text: string): readonly AchBatch[] {
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end');
  const rows = text.slice(0, -2).split('\r\n');
  same('lines over whole blocks', BigInt(rows.length % 10), 0n);
  const filler = '9'.repeat(94);
  const end = rows.findIndex((row, at) => at > 0 && row === filler);
  const records = (end === -1 ? rows : rows.slice(0, end)).map((row, at) => recordOf(row, at + 1));
  if (!rows.slice(records.length).every((row) => row === filler)) throw new Error('something behind the end');
  const control = records.at(-1);
  if (records[0]?.type !== '1' || control?.type !== '9')
    throw new Error('a file begins with 1 and ends with 9');
  checkRouting(records[0].destination?.trim() ?? '');
  const batches: AchBatch[] = [];
  let open: Record94[] = [];
  for (const record of records.slice(1, -1)) {
    open.push(record);
    if (record.type !== '8') continue;
    batches.push(batchOf(open, BigInt(batches.length + 1)));
    open = [];
  }
  same('records outside of a batch', BigInt(open.length), 0n);
  const entries = batches.flatMap((batch) => batch.entries);
  same('batches', BigInt(control.batches ?? ''), BigInt(batches.length));
  same('blocks', BigInt(control.blocks ?? ''), BigInt(rows.length / 10));
  same('entries', BigInt(control.entries ?? ''), BigInt(entries.length));
  same('credits', BigInt(control.credits ?? ''), sum(entries, 'amount'));
  same('hash', BigInt(control.hash ?? ''), hash(entries));
  same('traces that repeat', BigInt(new Set(entries.map(({ trace }) => trace)).size), BigInt(entries.length));
  return batches;
}
