import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { systemClock } from '../../../kernel/clock';
import { toJsonInteger } from '../../../kernel/money';
import { available, decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { Outbox } from '../../../platform/outbox/outbox';
import { PeopleService } from '../../access';
import { AuditService } from '../../audit';
import { MonthsService } from '../../ledger';
import { periodMoved, reportsRefusals } from '../contract';
import { isOver, monthAfter, monthOf, monthsSince } from '../domain/months';
import {
  periodWorkflow,
  type PeriodFacts,
  type PeriodState,
  type PeriodVerb,
} from '../domain/period.workflow';
import type { PeriodBlockerView, PeriodView } from './period.dto';
import type { PeriodEntity } from './period.entity';
import { PeriodRepository } from './period.repository';

/** Five years. */
const LISTED = 60;

interface Step {
  readonly verb: PeriodVerb;
  readonly to: PeriodState;
  readonly actor: Actor;
  readonly reason: string | null;
}

interface Books {
  readonly rows: ReadonlyMap<string, PeriodEntity>;
  readonly first: Date | null;
}

/** Months of the books: closed by one, reopened by two. */
@Injectable()
export class PeriodService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly periods: PeriodRepository,
    private readonly months: MonthsService,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** From the month of the first entry to the present one, newest first. */
  async list(me: Actor): Promise<PeriodView[]> {
    const books = await this.books();
    const views: PeriodView[] = [];
    for (const month of monthsSince(books.first, systemClock.now(), LISTED))
      views.push(await this.view(month, books, me));
    return views;
  }

  /**
   * Refuses `month_not_over`, `earlier_open`, `unexplained`, `later_closed`, `reason_missing`, `second_person` and
   * `wrong_state`.
   */
  async act(
    me: Actor,
    month: string,
    verb: PeriodVerb,
    reason: string | undefined,
    once: Once,
  ): Promise<PeriodView> {
    return this.idempotency.run(once, async (tx) => {
      const row = await this.periods.lock(tx, month);
      const facts = await this.facts(month, await this.books(tx), me, reason, tx);
      const decision = decide(periodWorkflow, row.state, verb, me, facts);
      if (decision.kind === 'refused')
        throw refusedMove(reportsRefusals, decision.code, periodWorkflow, row.state, verb);
      if (decision.kind === 'move')
        await this.move(tx, row, { verb, to: decision.to, actor: me, reason: reason ?? null });
      return this.view(month, await this.books(tx), me, tx);
    });
  }

  private async move(tx: Tx, row: PeriodEntity, step: Step): Promise<void> {
    const { id: month, state: from } = row;
    const { verb, to, actor } = step;
    const closed = verb === 'close' ? await this.months.close(tx, month) : null;
    if (closed !== null) await this.periods.setClosed(tx, month, actor.id, closed);
    if (verb === 'reopen') await this.months.open(tx, month);
    const reason = verb === 'propose' ? step.reason : row.reason;
    await this.periods.move(tx, row, { ...step, reason });
    const details = {
      month,
      reason,
      proposedBy: row.proposedBy,
      digest: closed?.digest,
      entries: closed?.entries,
    };
    await this.audit.record(tx, actor, `reports.${verb}_period`, month, details);
    await this.outbox.add(tx, periodMoved, { month, verb, from, to });
  }

  private async books(tx?: Tx): Promise<Books> {
    const [rows, first] = [await this.periods.list(tx), await this.periods.firstEntryAt(tx)];
    return { rows: new Map(rows.map((row) => [row.id, row])), first };
  }

  private async facts(
    month: string,
    { rows, first }: Books,
    me: Actor,
    reason: string | undefined,
    tx?: Tx,
  ): Promise<PeriodFacts> {
    const isClosed = (one: string): boolean => (rows.get(one)?.state ?? 'open') !== 'open';
    const before = monthAfter(month, -1);
    return {
      isOver: isOver(month, systemClock.now()),
      isEarlierOpen: first !== null && before >= monthOf(first) && !isClosed(before),
      isLaterClosed: [...rows.values()].some(({ id, state }) => id > month && state !== 'open'),
      unexplained: await this.periods.countUnexplained(month, tx),
      hasReason: reason !== undefined && reason.trim() !== '',
      isProposer: rows.get(month)?.proposedBy === me.id,
    };
  }

  private async view(month: string, books: Books, me: Actor, tx?: Tx): Promise<PeriodView> {
    const row = books.rows.get(month);
    const state = row?.state ?? 'open';
    const facts = await this.facts(month, books, me, 'asked for when it is proposed', tx);
    const ids = [row?.closedBy, row?.proposedBy].filter((id) => typeof id === 'string');
    const cards = ids.length === 0 ? new Map() : await this.people.cards(ids, tx);
    const nameOf = (id: string | null | undefined): string | null =>
      id === null || id === undefined ? null : ((cards.get(id) as { name: string } | undefined)?.name ?? id);
    const isClosed = state !== 'open';
    return {
      month,
      state,
      closedBy: isClosed ? nameOf(row?.closedBy) : null,
      closedAt: isClosed ? (row?.closedAt?.toISOString() ?? null) : null,
      entries: isClosed && row?.entries ? toJsonInteger(row.entries) : isClosed ? 0 : null,
      digest: isClosed ? (row?.digest ?? null) : null,
      totals: isClosed ? (row?.totals ?? {}) : {},
      proposedBy: nameOf(row?.proposedBy),
      reason: row?.reason ?? null,
      blockers: isClosed ? [] : blockersOf(facts),
      available: available(periodWorkflow, state, me, facts),
    };
  }
}

function blockersOf({ isOver: over, isEarlierOpen, unexplained }: PeriodFacts): PeriodBlockerView[] {
  const found: [PeriodBlockerView['code'], number][] = [
    ['month_not_over', over ? 0 : 1],
    ['earlier_open', isEarlierOpen ? 1 : 0],
    ['unexplained', unexplained],
  ];
  return found
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, count, says: reportsRefusals.rows[code].says }));
}
