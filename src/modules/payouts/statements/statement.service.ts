import { Injectable } from '@nestjs/common';
import { CURRENCIES, toJsonInteger, type Currency } from '../../../kernel/money';
import { PAGE_LIMIT } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { csvLine, type CsvRow } from '../../../platform/http/csv';
import { pdfOf } from '../../../platform/pdf/pdf';
import { PeopleService } from '../../access';
import { CATEGORIES, CATEGORY_NAMES, CompensationService, type Category } from '../../compensation';
import { account, LedgerService, type StatementLine } from '../../ledger';
import { payoutsRefusals } from '../contract';
import { earnedBy, earningOf, statementOf, type Statement } from '../domain/statement';
import { statementParagraphs, statementTime, statementTitle } from './statement.mapping';
import type { StatementCurrencyView, StatementView } from './statement.dto';

export const STATEMENT_HEADER = ['currency', 'at', 'kind', 'reference', 'amount', 'amount_minor'] as const;

/** Statements per artist and month, out of the artist's payable accounts. */
@Injectable()
export class StatementService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly people: PeopleService,
    private readonly compensation: CompensationService,
  ) {}

  /** Refuses `not_found` when there is no such person. */
  async get(personId: string, month: string): Promise<StatementView> {
    const card = (await this.people.cards([personId])).get(personId);
    if (card === undefined) throw refusal(payoutsRefusals, 'not_found');
    const currencies: StatementCurrencyView[] = [];
    for (const currency of Object.keys(CURRENCIES) as Currency[]) {
      const lines = await this.listLines(personId, currency);
      if (lines.length > 0) currencies.push(await this.currency(currency, statementOf(lines, month)));
    }
    return { month, person: { id: personId, name: card.name }, currencies };
  }

  /** The same as a PDF document with its fonts inside. */
  async file(personId: string, month: string): Promise<Buffer> {
    const statement = await this.get(personId, month);
    return pdfOf(statementTitle(statement), statementTime(month), statementParagraphs(statement));
  }

  /** Months in which something was earned, corrected or paid out, oldest first. */
  async months(personId: string): Promise<string[]> {
    const months = new Set<string>();
    for (const currency of Object.keys(CURRENCIES) as Currency[])
      for (const { at } of await this.listLines(personId, currency)) months.add(at.toISOString().slice(0, 7));
    return [...months].toSorted();
  }

  /** The same as one text of CSV. */
  async csv(personId: string, month: string): Promise<string> {
    const lines = [csvLine([...STATEMENT_HEADER])];
    for await (const row of this.rows(await this.get(personId, month))) lines.push(csvLine(row));
    return lines.join('');
  }

  /** The same as rows: opening, every line, closing. */
  async *rows({ currencies, month }: StatementView): AsyncGenerator<CsvRow> {
    for (const { currency, opening, closing, lines } of currencies) {
      const cells = (amount: number): CsvRow => [{ amount: BigInt(amount), currency }, amount];
      yield [currency, month, 'opening', null, ...cells(opening)];
      for (const { at, kind, reference, amount } of lines)
        yield [currency, at, kind, reference, ...cells(amount)];
      yield [currency, month, 'closing', null, ...cells(closing)];
    }
  }

  private async currency(currency: Currency, month: Statement): Promise<StatementCurrencyView> {
    const ids = month.lines.map(earningOf).filter((id) => id !== null);
    return currencyView(currency, month, await this.compensation.categories(ids));
  }

  /** All lines of an account: opening and closing come from the same reading, whatever is posted meanwhile. */
  private async listLines(personId: string, currency: Currency): Promise<StatementLine[]> {
    const lines: StatementLine[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await this.ledger.statement(account.payable(personId, currency), {
        limit: PAGE_LIMIT,
        ...(cursor === undefined || cursor === null ? {} : { cursor }),
      });
      lines.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    return lines;
  }
}

function currencyView(
  currency: Currency,
  { opening, earned, corrected, paidOut, closing, lines }: Statement,
  categories: ReadonlyMap<string, Category>,
): StatementCurrencyView {
  return {
    currency,
    opening: toJsonInteger(opening),
    earned: toJsonInteger(earned),
    earnedBy: earnedBy(lines, categories, CATEGORIES).map(({ category, amount }) => ({
      category,
      name: CATEGORY_NAMES[category],
      amount: toJsonInteger(amount),
    })),
    corrected: toJsonInteger(corrected),
    paidOut: toJsonInteger(paidOut),
    closing: toJsonInteger(closing),
    lines: lines.map(({ at, reference, kind, amount }) => ({
      at: at.toISOString(),
      reference,
      kind,
      amount: toJsonInteger(amount),
    })),
  };
}
