import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { systemClock } from '../../../kernel/clock';
import { money, type Currency } from '../../../kernel/money';
import { decodeCursor, toPage } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { available } from '../../../kernel/workflow';
import type { CsvRow } from '../../../platform/http/csv';
import { moneyView, type MoneyView } from '../../../platform/http/money.dto';
import { PeopleService, type PersonCard } from '../../access';
import { payoutsRefusals } from '../contract';
import { findingWorkflow } from '../domain/finding.workflow';
import { FindingBook, findingFacts } from './finding-book.service';
import { FindingRepository, type FindingFilter, type FindingRow } from './finding.repository';
import type { FindingPage, FindingView, ReconciliationView, RunView } from './reconciliation.dto';
import { ReconciliationService } from './reconciliation.service';
import { RunRepository, type RunRow } from './run.repository';
import { verification } from './verification.mapping';

/** Rows read at once by an export. */
const CHUNK = 500;
const RUNS_SHOWN = 20;
/** Verbs that people take. */
const BUTTONS: readonly string[] = ['explain', 'accept', 'send_back'];

export const FINDING_HEADER = [
  'at', 'finding_id', 'rail', 'kind', 'subject', 'payout_id', 'rail_reference', 'match', 'note', 'currency', 'ours',
  'theirs', 'ours_minor', 'theirs_minor', 'state', 'found_at', 'age_seconds', 'explanation', 'explained_by',
  'explained_at', 'accepted_by', 'accepted_at', 'seen_at',
] as const; // prettier-ignore

const amountOf = (amount: bigint | null, currency: Currency): MoneyView | null =>
  amount === null ? null : moneyView(money(amount, currency));

/** Reading what reconciling found. */
@Injectable()
export class FindingService {
  constructor(
    private readonly findings: FindingRepository,
    private readonly runs: RunRepository,
    private readonly book: FindingBook,
    private readonly people: PeopleService,
    private readonly reconciliation: ReconciliationService,
  ) {}

  async overview(): Promise<ReconciliationView> {
    const runs = await this.runs.list(RUNS_SHOWN);
    return {
      rails: this.reconciliation.keys(),
      unexplained: await this.book.unexplained(systemClock.now()),
      runs: await this.runViews(runs),
      verification: verification(),
    };
  }

  async list(
    filter: FindingFilter,
    { cursor, limit }: { cursor?: string; limit: number },
    viewer: Actor,
  ): Promise<FindingPage> {
    const key = cursor === undefined ? null : decodeCursor(cursor, 2).map(String);
    const after = key === null ? null : ([key[0] ?? '', key[1] ?? ''] as const);
    if (after !== null && Number.isNaN(Date.parse(after[0]))) throw refusal(payoutsRefusals, 'bad_input');
    const rows = await this.findings.list(filter, after, limit + 1);
    const page = toPage(
      rows,
      limit,
      ({ at, id }) => [at.toISOString(), id],
      (row) => row,
    );
    const cards = await this.people.cards(namesIn(page.items));
    const sums = await this.findings.sums(filter);
    return {
      items: page.items.map((row) => findingView(row, cards, viewer)),
      next: page.next,
      sums: sums.map(({ match, currency, count, ours, theirs }) => ({
        match,
        count,
        ours: moneyView(money(ours, currency)),
        theirs: moneyView(money(theirs, currency)),
      })),
    };
  }

  async get(id: string, viewer: Actor): Promise<FindingView> {
    const row = await this.findings.find(id);
    if (row === null) throw refusal(payoutsRefusals, 'not_found');
    return findingView(row, await this.people.cards(namesIn([row])), viewer);
  }

  async runViews(rows: readonly RunRow[]): Promise<RunView[]> {
    const cards = await this.people.cards(rows.map(({ askedBy }) => askedBy));
    return rows.map(({ since, startedAt, endedAt, askedBy, ...run }) => ({
      ...run,
      askedBy: cards.get(askedBy)?.name ?? 'Atelier',
      since: since.toISOString(),
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    }));
  }

  /** Newest first, the last rows are counts and sums by state. */
  async *rows(filter: FindingFilter): AsyncGenerator<CsvRow> {
    let after: readonly [string, string] | null = null;
    let page: FindingRow[];
    do {
      page = await this.findings.list(filter, after, CHUNK);
      const cards = await this.people.cards(namesIn(page));
      for (const row of page) yield csvRow(row, cards);
      const last = page.at(-1);
      after = last === undefined ? null : [last.at.toISOString(), last.id];
    } while (page.length === CHUNK);
    for (const { match, currency, count, ours, theirs } of await this.findings.sums(filter)) {
      const cells: Record<string, CsvRow[number]> = {
        at: 'TOTAL',
        finding_id: `${count} findings`,
        match,
        currency,
        ours: { amount: ours, currency },
        theirs: { amount: theirs, currency },
        ours_minor: ours,
        theirs_minor: theirs,
      };
      yield FINDING_HEADER.map((column) => cells[column] ?? null);
    }
  }
}

type Cards = ReadonlyMap<string, PersonCard>;

const namesIn = (rows: readonly FindingRow[]): string[] => [
  ...new Set(
    rows.flatMap((row) => [row.personId, row.explainedBy, row.acceptedBy]).filter((id) => id !== null),
  ),
];

function findingView(row: FindingRow, cards: Cards, viewer: Actor): FindingView {
  const nameOf = (id: string | null): string | null => (id === null ? null : (cards.get(id)?.name ?? id));
  const { id, rail, kind, subject, payoutId, railRef, match, note, state, explanation, age, currency } = row;
  return {
    id, rail, kind, subject, payoutId, railRef, match, note, state, explanation, age, currency,
    person: nameOf(row.personId),
    ours: amountOf(row.ours, currency),
    theirs: amountOf(row.theirs, currency),
    at: row.at.toISOString(),
    seenAt: row.seenAt.toISOString(),
    explainedBy: nameOf(row.explainedBy),
    explainedAt: row.explainedAt?.toISOString() ?? null,
    acceptedBy: nameOf(row.acceptedBy),
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
    available: available(findingWorkflow, state, viewer, findingFacts(row, viewer, 'to be written')).filter((verb) =>
      BUTTONS.includes(verb),
    ),
  }; // prettier-ignore
}

function csvRow(row: FindingRow, cards: Cards): CsvRow {
  const email = (id: string | null) => (id === null ? null : (cards.get(id)?.email ?? id));
  const { currency, ours, theirs } = row;
  return [
    row.at, row.id, row.rail, row.kind, row.subject, row.payoutId, row.railRef, row.match, row.note, currency,
    ours === null ? null : { amount: ours, currency }, theirs === null ? null : { amount: theirs, currency }, ours,
    theirs, row.state, row.foundAt, row.age, row.explanation, email(row.explainedBy), row.explainedAt,
    email(row.acceptedBy), row.acceptedAt, row.seenAt,
  ]; // prettier-ignore
}
