import { decimal, type Currency } from '../../../kernel/money';
import type { Paragraph } from '../../../platform/pdf/pdf';
import type { StatementCurrencyView, StatementView } from './statement.dto';

const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `-1234` in EUR → `-12.34 EUR`: exact, without the marks of any country. */
const amountOf = (amount: number, currency: Currency): string =>
  `${decimal({ amount: BigInt(amount), currency })} ${currency}`;

const line = (text: string, more: Partial<Paragraph> = {}): Paragraph => ({ text, size: 10, ...more });

function partOf({ currency, lines, ...sums }: StatementCurrencyView): Paragraph[] {
  const money = (amount: number): string => amountOf(amount, currency);
  return [
    line(`In ${currency}`, { size: 13, weight: 700, before: 16 }),
    line(`Owed when the month began: ${money(sums.opening)}`, { before: 4 }),
    line(`Earned: ${money(sums.earned)}`),
    ...sums.earnedBy.map(({ name, amount }) => line(`${name}: ${money(amount)}`, { indent: 10 })),
    line(`Taken back: ${money(sums.corrected)}`),
    line(`Paid out: ${money(sums.paidOut)}`),
    line(`Owed when it ended: ${money(sums.closing)}`, { weight: 700 }),
    line(lines.length === 0 ? 'Nothing moved in this month.' : 'Every movement, oldest first', {
      weight: 700,
      before: 8,
    }),
    ...lines.map(({ at, kind, reference, amount }) =>
      line(`${at.slice(0, 10)}   ${kind.replaceAll(/[._]/g, ' ')}   ${money(amount)}   entry ${reference}`, {
        size: 9,
        indent: 10,
        before: 2,
      }),
    ),
  ];
}

/** When the file says it was made: the end of the month, so that a month that is over is always the same bytes. */
export function statementTime(at: string): Date {
  const [year = 0, number = 1] = at.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1));
}

export const statementTitle = ({ month: at }: StatementView): string =>
  `Statement for ${month.format(new Date(`${at}-01T00:00:00Z`))}`;

/** A statement as a document for people: whose it is, the sums of each currency, every line with its entry. */
export function statementParagraphs(statement: StatementView): Paragraph[] {
  const { person, currencies } = statement;
  return [
    line(statementTitle(statement), { size: 20, weight: 700 }),
    line(person.name, { size: 14, before: 6 }),
    line(`Artist ${person.id}`, { color: '#555555' }),
    line('All times are UTC. The entry of each line is its reference in the ledger.', {
      color: '#555555',
      before: 4,
    }),
    ...(currencies.length === 0
      ? [line('Nothing was owed in this month.', { before: 16 })]
      : currencies.flatMap(partOf)),
  ];
}
