import { decimal, isCurrency } from '../../../kernel/money';
import type { AccountKind } from '../../ledger/contract';

export type Book = 'hledger' | 'beancount';

/**
 * Where each kind of account stands in a chart of accounts. The side that gives is debited and the side that gets is
 * credited: money set aside for somebody is a liability of the lab, what was paid in is its asset.
 */
export const ROOTS: Readonly<Record<AccountKind, readonly [root: string, name: string]>> = {
  outside: ['assets', 'outside'],
  fund: ['equity', 'fund'],
  award: ['equity', 'award'],
  task: ['equity', 'task'],
  payable: ['liabilities', 'payable'],
  withheld: ['liabilities', 'withheld'],
  transit: ['liabilities', 'transit'],
  credits: ['liabilities', 'credits'],
  pool: ['liabilities', 'pool'],
  budget: ['liabilities', 'budget'],
  issued: ['assets', 'issued'],
  spent: ['income', 'spent'],
  expired: ['income', 'expired'],
  goodwill: ['expenses', 'goodwill'],
};

export interface JournalPosting {
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
}

export interface JournalEntry {
  readonly id: bigint;
  readonly at: Date;
  readonly reference: string;
  readonly kind: string;
  readonly unit: string;
  readonly postings: readonly JournalPosting[];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `payable:per_1.EUR` as `liabilities:payable:per_1`, or as `Liabilities:Payable:Per-1`, which is how beancount wants it. */
export function accountIn(book: Book, name: string): string {
  const [kind = '', owner = ''] = name.split(':');
  const [root, word] = ROOTS[kind as AccountKind] ?? ['equity', kind];
  const parts = [root, word, owner.replace(/\.[A-Z]{3}$/, '')];
  if (book === 'hledger') return parts.join(':');
  return parts.map((part) => capital(part.replaceAll('_', '-'))).join(':');
}

export function unitIn(unit: string): string {
  return unit.toUpperCase();
}

/** `15.00 EUR`, `-3 CREDIT`. */
export function amountIn(amount: bigint, unit: string): string {
  return `${isCurrency(unit) ? decimal({ amount, currency: unit }) : amount} ${unitIn(unit)}`;
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
/** What a comment of hledger may hold: one line. */
const plain = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ');

function lines(book: Book, { unit, postings }: JournalEntry): string[] {
  return postings.flatMap(({ from, to, amount }) => [
    `  ${accountIn(book, from)}  ${amountIn(amount, unit)}`,
    `  ${accountIn(book, to)}  ${amountIn(-amount, unit)}`,
  ]);
}

/** One entry with all its postings, and an empty line. */
export function entryIn(book: Book, entry: JournalEntry): string {
  const head =
    book === 'hledger'
      ? [`${dayOf(entry.at)} (${entry.id}) ${plain(entry.kind)}  ; reference: ${plain(entry.reference)}`]
      : [`${dayOf(entry.at)} * ${quoted(entry.kind)} ${quoted(entry.reference)}`, `  entry: "${entry.id}"`];
  return `${[...head, ...lines(book, entry)].join('\n')}\n\n`;
}

/** Declarations of accounts and units that the entries will use. `since` is before all of them. */
export function openingIn(
  book: Book,
  accounts: readonly string[],
  units: readonly string[],
  since: Date,
): string {
  const day = dayOf(since);
  const names = [...new Set(accounts.map((name) => accountIn(book, name)))].toSorted();
  const words = [...new Set(units.map(unitIn))].toSorted();
  const all =
    book === 'hledger'
      ? [...words.map((unit) => `commodity ${unit}`), ...names.map((name) => `account ${name}`)]
      : [...words.map((unit) => `${day} commodity ${unit}`), ...names.map((name) => `${day} open ${name}`)];
  return `${all.join('\n')}\n\n`;
}

export interface JournalBalance {
  readonly name: string;
  readonly unit: string;
  readonly balance: bigint;
}

/**
 * What the accounts hold by the ledger's own balances, as assertions: the reader of the file adds everything up and
 * refuses the file when one differs. `day` is the day of the snapshot.
 */
export function closingIn(book: Book, balances: readonly JournalBalance[], at: Date): string {
  if (balances.length === 0) return '';
  const next = dayOf(new Date(at.getTime() + 86_400_000));
  const asserted = balances.map(({ name, unit, balance }) => {
    const account = accountIn(book, name);
    return book === 'hledger'
      ? `  ${account}  ${amountIn(0n, unit)} = ${amountIn(-balance, unit)}`
      : `${next} balance ${account}  ${amountIn(-balance, unit)}`;
  });
  return `${[...(book === 'hledger' ? [`${next} balances by the ledger's own books`] : []), ...asserted].join('\n')}\n`;
}
