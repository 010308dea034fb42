import { Injectable } from '@nestjs/common';
import type { Currency } from '../../../kernel/money';
import type { CsvCell, CsvRow } from '../../../platform/http/csv';
import { PeopleService, type PersonCard } from '../../access';
import { addTo, REGISTER_HEADER, type Totals } from '../domain/register';
import { RegisterRepository, type RegisterFilter, type RegisterRow } from './register.repository';

/** Payouts read at once: bounds the memory of an export of any length. */
const PAGE = 500;

/** The payout register: one row per payout, then one `TOTAL` row per currency. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly register: RegisterRepository,
    private readonly people: PeopleService,
  ) {}

  async *rows(filter: RegisterFilter): AsyncGenerator<CsvRow> {
    const totals = new Map<Currency, Totals>();
    let after = '';
    let page: RegisterRow[];
    do {
      page = await this.register.list(filter, after, PAGE);
      const cards = await this.people.cards(namesIn(page));
      for (const row of page) {
        addTo(totals, row.currency, row.amount);
        yield registerRow(row, cards);
      }
      after = page.at(-1)?.id ?? after;
    } while (page.length === PAGE);
    for (const [currency, total] of totals) yield totalRow(currency, total);
  }
}

function namesIn(rows: readonly RegisterRow[]): string[] {
  const ids = rows.flatMap((row) => [row.personId, row.draftedBy, row.approvedBy, row.secondApprovedBy]);
  return [...new Set(ids.filter((id) => id !== null))];
}

function registerRow(row: RegisterRow, cards: ReadonlyMap<string, PersonCard>): CsvRow {
  const { amount, currency } = row;
  const email = (id: string | null): CsvCell => (id === null ? null : (cards.get(id)?.email ?? id));
  return [
    (row.paidAt ?? row.sentAt ?? row.createdAt).toISOString().slice(0, 10),
    row.createdAt,
    row.id,
    row.batchId,
    row.programId,
    row.personId,
    cards.get(row.personId)?.name ?? null,
    email(row.personId),
    row.earnings,
    { amount, currency },
    amount,
    currency,
    email(row.draftedBy),
    email(row.approvedBy),
    row.approvedAt,
    email(row.secondApprovedBy),
    row.sentAt,
    row.paidAt,
    row.daysToCash,
    row.state,
    row.reason,
    row.rail,
    row.railRef,
    row.id,
  ];
}

/** `TOTAL` in the first column, the number of payouts under `payout_id`, the sum under the amounts. */
function totalRow(currency: Currency, { count, amount }: Totals): CsvRow {
  const cells: Partial<Record<(typeof REGISTER_HEADER)[number], CsvCell>> = {
    effective_date: 'TOTAL',
    payout_id: `${count} payouts`,
    net_amount: { amount, currency },
    net_minor: amount,
    currency,
  };
  return REGISTER_HEADER.map((column) => cells[column] ?? null);
}
