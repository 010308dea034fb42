import { latin, sumOf, type BankLine } from './bank-lines';

/** Who sends, as the bank that takes the file knows them. */
export interface AchOriginator {
  /** Name on the payee's statement. */
  readonly name: string;
  /** Ten characters, by which the bank knows the company. */
  readonly companyId: string;
  /** Nine digits of the bank that takes the file. */
  readonly routing: string;
  readonly bankName: string;
}

export interface AchFile {
  readonly originator: AchOriginator;
  /** `YYYY-MM-DD`. */
  readonly executeOn: string;
  readonly at: Date;
  /** Tells files of one day apart: A to Z, 0 to 9. */
  readonly modifier: string;
  readonly lines: readonly BankLine[];
}

/**
 * Company entry descriptions: since 20 March 2026 PPD credits that pay for work, contractors included, must begin with
 * PAYROLL. Grants and prizes are not pay.
 */
const DESCRIPTIONS = { pay: 'PAYROLL', grant: 'GRANT' } as const;

const left = (value: string, width: number): string =>
  (latin(value) ?? value.replaceAll(/[^A-Za-z0-9/\-?:().,'+ ]/g, '?'))
    .toUpperCase()
    .slice(0, width)
    .padEnd(width);
const right = (value: bigint | number, width: number): string => {
  const digits = value.toString();
  if (digits.length > width) throw new Error(`${digits} does not fit into ${width} digits`);
  return digits.padStart(width, '0');
};
const day = (date: string): string => date.slice(2).replaceAll('-', '');

/** Whether nine digits are a routing number: 3 7 1 weights, a multiple of ten (ABA). */
export function isRouting(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const sum = [...text].reduce((total, digit, at) => total + Number(digit) * ([3, 7, 1][at % 3] ?? 0), 0);
  return sum % 10 === 0 && sum > 0;
}

/** Sum of the payees' bank numbers without their check digits; the last ten digits of it. */
const hashOf = (lines: readonly BankLine[]): bigint =>
  lines.reduce(
    (sum, { account }) => sum + BigInt(account.kind === 'ach' ? account.routing.slice(0, 8) : '0'),
    0n,
  ) % 10_000_000_000n;

function entry({ reference, holder, amount, account }: BankLine, odfi: string, sequence: number): string {
  if (account.kind !== 'ach') throw new Error(`${reference}: no routing number`);
  return [
    '6',
    account.isSavings ? '32' : '22',
    account.routing,
    account.number.padEnd(17),
    right(amount, 10),
    left(reference.slice(-15), 15),
    left(holder, 22),
    '  ',
    '0',
    odfi,
    right(sequence, 7),
  ].join('');
}

function batch(
  { originator, executeOn, at }: AchFile,
  description: string,
  lines: readonly BankLine[],
  numbers: { readonly batch: number; readonly first: number },
): string[] {
  const odfi = originator.routing.slice(0, 8);
  const company = left(originator.companyId, 10);
  const today = day(at.toISOString().slice(0, 10));
  const number = right(numbers.batch, 7);
  const header = `5220${left(originator.name, 16)}${' '.repeat(20)}${company}PPD${left(description, 10)}${today}${day(executeOn)}   1${odfi}${number}`;
  const control = `8220${right(lines.length, 6)}${right(hashOf(lines), 10)}${right(0, 12)}${right(sumOf(lines), 12)}${company}${' '.repeat(25)}${odfi}${number}`;
  return [header, ...lines.map((line, at) => entry(line, odfi, numbers.first + at)), control];
}

/** An ACH file of PPD credits: lines of 94 characters in blocks of ten, amounts in cents as digits. */
export function nachaFile(file: AchFile): string {
  const { originator, at, modifier, lines } = file;
  const stamp = at.toISOString();
  const groups = [
    { description: DESCRIPTIONS.pay, lines: lines.filter(({ isPay }) => isPay) },
    { description: DESCRIPTIONS.grant, lines: lines.filter(({ isPay }) => !isPay) },
  ].filter((group) => group.lines.length > 0);
  let first = 1;
  const body = groups.flatMap((group, index) => {
    const rows = batch(file, group.description, group.lines, { batch: index + 1, first });
    first += group.lines.length;
    return rows;
  });
  const header = `101 ${originator.routing}${left(originator.companyId, 10)}${day(stamp.slice(0, 10))}${stamp.slice(11, 13)}${stamp.slice(14, 16)}${modifier}094101${left(originator.bankName, 23)}${left(originator.name, 23)}${' '.repeat(8)}`;
  const blocks = Math.ceil((body.length + 2) / 10);
  const control = `9${right(groups.length, 6)}${right(blocks, 6)}${right(lines.length, 8)}${right(hashOf(lines), 10)}${right(0, 12)}${right(sumOf(lines), 12)}${' '.repeat(39)}`;
  const rows = [header, ...body, control];
  while (rows.length < blocks * 10) rows.push('9'.repeat(94));
  return `${rows.join('\r\n')}\r\n`;
}
