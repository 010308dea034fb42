import { CURRENCIES, type Currency } from '../../../kernel/money';

/** One payment of a bank file. `amount` in minor units; `reference` is the payout's id. */
export interface BankLine {
  readonly reference: string;
  readonly holder: string;
  readonly amount: bigint;
  /** Pay for work; else a grant or a prize. */
  readonly isPay: boolean;
  readonly account: BankAccount;
}

export type BankAccount =
  | { readonly kind: 'sepa'; readonly iban: string; readonly town: string; readonly country: string }
  | { readonly kind: 'ach'; readonly routing: string; readonly number: string; readonly isSavings: boolean };

export type BankFormat = BankAccount['kind'];

/** The format by which a currency goes; `null`: none. */
export const formatOf = (currency: Currency): BankFormat | null =>
  currency === 'EUR' ? 'sepa' : currency === 'USD' ? 'ach' : null;

/** Largest single payment in minor units that the format can write. */
export const MOST: Readonly<Record<BankFormat, bigint>> = { sepa: 99_999_999_999n, ach: 9_999_999_999n };

/** Minor units as digits with a point, without a float on the way. */
export function digits(amount: bigint, currency: Currency): string {
  const places = CURRENCIES[currency];
  const text = amount.toString().padStart(places + 1, '0');
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
}

/** Letters that Unicode does not take apart into a letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd',
  Ð: 'D', þ: 'th', Þ: 'Th', ı: 'i', ħ: 'h', Ħ: 'H', '’': "'", '‘': "'", '–': '-', '—': '-', '&': '+', _: '-',
}; // prettier-ignore

/**
 * A text in the letters that banks pass on (EPC217-08: a-z A-Z 0-9 / - ? : ( ) . , ' + and space). `null`: something in
 * it has no such letter, so that another spelling is needed.
 */
export function latin(text: string): string | null {
  const plain = [...text.normalize('NFKD').replaceAll(/\p{M}/gu, '')].map(
    (letter) => LETTERS[letter] ?? letter,
  );
  const written = plain.join('').replaceAll(/\s+/g, ' ').trim();
  return /^[A-Za-z0-9/\-?:().,'+ ]+$/.test(written) && !written.startsWith('/') ? written : null;
}

/** A reference in the same letters, at most 35. */
export const bankReference = (id: string): string => id.replaceAll('_', '-').slice(0, 35);

/** The next day, `YYYY-MM-DD`, that is no Saturday or Sunday, from `day` on. */
export function bankingDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  while (date.getUTCDay() % 6 === 0) date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** Sum of all lines in minor units. */
export const sumOf = (lines: readonly BankLine[]): bigint =>
  lines.reduce((sum, { amount }) => sum + amount, 0n);
