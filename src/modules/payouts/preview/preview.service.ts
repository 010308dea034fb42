import { Injectable } from '@nestjs/common';
import type { Currency } from '../../../kernel/money';
import { refusal } from '../../../kernel/refusal';
import { moneyView } from '../../../platform/http/money.dto';
import { PeopleService, type PersonCard } from '../../access';
import { ProgramService } from '../../program';
import { BatchRepository } from '../batch.repository';
import { payoutsRefusals } from '../contract';
import { netEffect, unusual } from '../domain/preview';
import type { PayoutPreviewView, PreviewGroupView } from './preview.dto';
import { PreviewRepository, type PreviewRow, type Run } from './preview.repository';

/** Payees named in each group: enough to look at, few enough to read. */
const MOST = 20;

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
    const lines = await this.preview.lines(batchId, before?.id ?? null);
    const { fresh, moved, changed } = unusual(lines);
    const { currency, rail, mode, total: amount, payouts: count } = batch;
    const { name: programName } = await this.programs.get(batch.programId);
    const sentence = netEffect({
      total: { amount, count },
      currency,
      programName,
      rail,
      isTest: mode === 'test',
      fresh: fresh.length,
      moved: moved.length,
      before: before === null ? null : { amount: before.total, count: before.payouts },
    });
    const shown = [fresh, moved, changed].flatMap((group) => group.slice(0, MOST));
    const cards = await this.people.cards(shown.map(({ personId }) => personId));
    const groupOf = (group: readonly PreviewRow[]): PreviewGroupView => groupView(group, currency, cards);
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
}

function runView(run: Run | null, currency: Currency): PayoutPreviewView['before'] {
  if (run === null) return null;
  const { id, total, payouts: count, at } = run;
  return { id, total: moneyView({ amount: total, currency }), count, at: at.toISOString() };
}

function groupView(
  group: readonly PreviewRow[],
  currency: Currency,
  cards: ReadonlyMap<string, PersonCard>,
): PreviewGroupView {
  const items = group.slice(0, MOST).map(({ payoutId, personId, amount, before }) => ({
    payoutId,
    person: { id: personId, name: cards.get(personId)?.name ?? personId },
    amount: moneyView({ amount, currency }),
    before: before === null ? null : moneyView({ amount: before, currency }),
  }));
  return { count: group.length, items };
}
