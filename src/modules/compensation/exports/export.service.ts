import { Injectable } from '@nestjs/common';
import type { Currency } from '../../../kernel/money';
import type { CsvRow } from '../../../platform/http/csv';
import { PeopleService } from '../../access';
import { ProgramService } from '../../program';
import { because } from '../domain/because';
import { daysLate } from '../domain/late';
import type { EarningEntity } from '../earning.entity';
import { EarningRepository, type EarningFilter } from '../earning.repository';

/** Earnings read at once: bounds the memory of an export of any length. */
const PAGE = 500;

export const EARNING_HEADER = [
  'earned_at',
  'earning_id',
  'programme',
  'person_id',
  'person_name',
  'category',
  'source_country',
  'cause_type',
  'cause_id',
  'because',
  'rate_card_version',
  'rate_item',
  'amount',
  'amount_minor',
  'withheld_minor',
  'net_minor',
  'currency',
  'state',
  'pay_by',
  'paid_at',
  'days_late',
  'payout_id',
  'reference',
] as const;

/** Earnings as a file: one row each, newest first, then one `TOTAL` row per currency. */
@Injectable()
export class EarningExportService {
  constructor(
    private readonly earnings: EarningRepository,
    private readonly people: PeopleService,
    private readonly programs: ProgramService,
  ) {}

  async *rows(filter: EarningFilter): AsyncGenerator<CsvRow> {
    const totals = new Map<Currency, { count: number; amount: bigint; withheld: bigint }>();
    let cursor: string | null | undefined;
    do {
      const page = await this.earnings.list(filter, cursor ?? undefined, PAGE);
      const people = await this.people.cards([...new Set(page.items.map(({ personId }) => personId))]);
      const programs = await this.programs.cards(page.items.map(({ programId }) => programId));
      for (const row of page.items) {
        const sum = totals.get(row.currency) ?? { count: 0, amount: 0n, withheld: 0n };
        totals.set(row.currency, {
          count: sum.count + 1,
          amount: sum.amount + row.amount,
          withheld: sum.withheld + row.withheld,
        });
        yield line(row, programs.get(row.programId)?.name ?? null, people.get(row.personId)?.name ?? null);
      }
      cursor = page.next;
    } while (cursor !== null);
    for (const [currency, { count, amount, withheld }] of totals)
      yield EARNING_HEADER.map((column) => {
        if (column === 'earned_at') return 'TOTAL';
        if (column === 'earning_id') return `${count} earnings`;
        if (column === 'currency') return currency;
        if (column === 'amount') return { amount, currency };
        if (column === 'amount_minor') return amount;
        if (column === 'withheld_minor') return withheld;
        return column === 'net_minor' ? amount - withheld : null;
      });
  }
}

function line(row: EarningEntity, programme: string | null, person: string | null): CsvRow {
  const { amount, withheld, currency, payBy, paidAt, state } = row;
  return [
    row.earnedAt,
    row.id,
    programme,
    row.personId,
    person,
    row.category,
    row.sourceCountry,
    row.causeType,
    row.causeId,
    because(row),
    row.rateCardVersion,
    row.rateItem,
    { amount, currency },
    amount,
    withheld,
    amount - withheld,
    currency,
    state,
    payBy,
    paidAt,
    state === 'reversed' ? 0 : daysLate(payBy, paidAt ?? new Date()),
    row.payoutId,
    `earning:${row.id}`,
  ];
}
