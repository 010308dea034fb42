import { Injectable } from '@nestjs/common';
import type { Currency } from '../../../kernel/money';
import { refusal } from '../../../kernel/refusal';
import { moneyView } from '../../../platform/http/money.dto';
import { PeopleService, type PersonCard } from '../../access';
import { ProgramService } from '../../program';
import { BatchRepository } from '../batch.repository';
import { payoutsRefusals } from '../contract';
import { netEffect, NOTHING_UNUSUAL, unusual, type Group, type Unusual } from '../domain/preview';
import type { PayoutPreviewView, PreviewGroupView } from './preview.dto';
import { PreviewRepository, type PreviewRow, type Run } from './preview.repository';

/** Payees named in each group: enough to look at, few enough to read. */
const MOST = 20;

/** Lines that are in hand at once. */
const PAGE = 2_000;

/** What an approver sees before a list: the sum, what changed since the last run, who is new, whose account changed. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly batches: BatchRepository,
    private readonly preview: PreviewRepository,
    private readonly programs: ProgramService,
    private readonly people: PeopleService,
  ) {}

  async get(batchId: string): Promise<PayoutPreviewView> {
    const batch = await this.batches.find(batchId);
    if (batch === null) throw refusal(payoutsRefusals, 'not_found');
    const before = await this.preview.findBefore(batch);
    const { fresh, moved, changed } = await this.unusual(batchId, before?.id ?? null);
    const { currency, rail, mode, total: amount, payouts: count } = batch;
    const { name: programName } = await this.programs.get(batch.programId);
    const sentence = netEffect({
      total: { amount, count },
      currency,
      programName,
      rail,
      isTest: mode === 'test',
      fresh: fresh.count,
      moved: moved.count,
      before: before === null ? null : { amount: before.total, count: before.payouts },
    });
    const shown = [fresh, moved, changed].flatMap(({ first }) => first);
    const cards = await this.people.cards(shown.map(({ personId }) => personId));
    const groupOf = (group: Group<PreviewRow>): PreviewGroupView => groupView(group, currency, cards);
    return {
      sentence,
      total: moneyView({ amount, currency }),
      count,
      before: runView(before, currency),
      change: before === null ? null : moneyView({ amount: amount - before.total, currency }),
      fresh: groupOf(fresh),
      moved: groupOf(moved),
      changed: groupOf(changed),
    };
  }

  /** Page by page: a batch may have more lines than memory should hold. */
  private async unusual(batchId: string, beforeId: string | null): Promise<Unusual<PreviewRow>> {
    let seen: Unusual<PreviewRow> = NOTHING_UNUSUAL;
    let lines = await this.preview.lines(batchId, beforeId, '', PAGE);
    while (lines.length > 0) {
      seen = unusual(seen, lines, MOST);
      lines = await this.preview.lines(batchId, beforeId, lines.at(-1)?.personId ?? '', PAGE);
    }
    return seen;
  }
}

function runView(run: Run | null, currency: Currency): PayoutPreviewView['before'] {
  if (run === null) return null;
  const { id, total, payouts: count, at } = run;
  return { id, total: moneyView({ amount: total, currency }), count, at: at.toISOString() };
}

function groupView(
  { count, first }: Group<PreviewRow>,
  currency: Currency,
  cards: ReadonlyMap<string, PersonCard>,
): PreviewGroupView {
  const items = first.map(({ payoutId, personId, amount, before }) => ({
    payoutId,
    person: { id: personId, name: cards.get(personId)?.name ?? personId },
    amount: moneyView({ amount, currency }),
    before: before === null ? null : moneyView({ amount: before, currency }),
  }));
  return { count, items };
}
