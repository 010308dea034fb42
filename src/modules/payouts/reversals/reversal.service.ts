import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { decodeCursor, toPage } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { available, decide, refusedMove } from '../../../kernel/workflow';
import { moneyView } from '../../../platform/http/money.dto';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { PeopleService, type PersonCard } from '../../access';
import { AuditService } from '../../audit';
import { payoutsRefusals } from '../contract';
import { reversalWorkflow, whyNotAsk, type ReversalFacts } from '../domain/reversal.workflow';
import type { PayoutEntity } from '../payout.entity';
import { PayoutRepository } from '../payout.repository';
import type { ReversalPage, ReversalQuery, ReversalView } from './reversal.dto';
import type { ReversalEntity } from './reversal.entity';
import { ReversalRepository } from './reversal.repository';
import { TakingBackService } from './taking-back.service';

const BUTTONS: readonly string[] = ['confirm', 'withdraw'];

const factsOf = (row: ReversalEntity, payout: PayoutEntity, viewer: Actor): ReversalFacts => ({
  isOwnRequest: row.askedBy === viewer.id,
  isPayee: payout.personId === viewer.id,
  payout: payout.state,
});

/** Asking for a payout back, and the second person's answer. */
@Injectable()
export class ReversalService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly reversals: ReversalRepository,
    private readonly payouts: PayoutRepository,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
    private readonly takingBack: TakingBackService,
  ) {}

  async list({ cursor, limit, ...filter }: ReversalQuery, viewer: Actor): Promise<ReversalPage> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.reversals.list(filter, before, limit + 1);
    const page = toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
    return { items: await this.views(page.items, viewer), next: page.next };
  }

  async get(id: string, viewer: Actor): Promise<ReversalView> {
    const row = await this.reversals.find(id);
    const [view] = row === null ? [] : await this.views([row], viewer);
    if (view === undefined) throw refusal(payoutsRefusals, 'not_found');
    return view;
  }

  /** Refuses `own_money`, `not_reversible` and `reversal_open`. */
  async ask(payoutId: string, reason: string, actor: Actor, once: Once): Promise<{ id: string }> {
    return this.idempotency.run(once, async (tx) => {
      const payout = await this.payouts.lock(tx, payoutId);
      if (payout === null) throw refusal(payoutsRefusals, 'not_found');
      const code = whyNotAsk({ isPayee: payout.personId === actor.id, payout: payout.state });
      if (code !== null) throw refusedMove(payoutsRefusals, code, reversalWorkflow, payout.state, 'ask');
      const made = await this.reversals.insert(tx, payoutId, reason, actor.id);
      if (made === null) throw refusal(payoutsRefusals, 'reversal_open', { payoutId });
      const { amount, currency } = payout;
      const note = { reversalId: made.id, reason, amount: amount.toString(), currency };
      await this.audit.record(tx, actor, 'payouts.ask_reversal', payoutId, note);
      return { id: made.id };
    });
  }

  /** Refuses `own_request` to whoever asked. */
  async act(id: string, verb: 'confirm' | 'withdraw', actor: Actor, once: Once): Promise<{ id: string }> {
    return this.idempotency.run(once, async (tx) => {
      const row = await this.reversals.lock(tx, id);
      const payout = row === null ? null : await this.payouts.find(row.payoutId, tx.manager);
      if (row === null || payout === null) throw refusal(payoutsRefusals, 'not_found');
      const { state: from } = row;
      const decision = decide(reversalWorkflow, from, verb, actor, factsOf(row, payout, actor));
      if (decision.kind === 'already') return { id };
      if (decision.kind === 'refused')
        throw refusedMove(payoutsRefusals, decision.code, reversalWorkflow, from, verb);
      const { to } = decision;
      if (verb === 'confirm') await this.reversals.confirm(tx, id, actor.id);
      await this.reversals.move(tx, { id, verb, from, to, actor });
      const note = { reversalId: id, from, to };
      await this.audit.record(tx, actor, `payouts.${verb}_reversal`, row.payoutId, note);
      if (verb === 'confirm') tx.afterCommit(() => void this.takingBack.wake(id).catch(() => undefined));
      return { id };
    });
  }

  private async views(rows: readonly ReversalEntity[], viewer: Actor): Promise<ReversalView[]> {
    const payouts = new Map<string, PayoutEntity>();
    for (const { payoutId } of rows) {
      const payout = await this.payouts.find(payoutId);
      if (payout !== null) payouts.set(payoutId, payout);
    }
    const ids = rows.flatMap((row) => [row.askedBy, row.confirmedBy, payouts.get(row.payoutId)?.personId]);
    const cards = await this.people.cards(ids.filter((id) => typeof id === 'string'));
    return rows.flatMap((row) => {
      const payout = payouts.get(row.payoutId);
      return payout === undefined ? [] : [reversalView(row, payout, cards, viewer)];
    });
  }
}

function reversalView(
  row: ReversalEntity,
  payout: PayoutEntity,
  cards: ReadonlyMap<string, PersonCard>,
  viewer: Actor,
): ReversalView {
  const person = (id: string) => ({ id, name: cards.get(id)?.name ?? id });
  const { id, payoutId, state, reason, answer, confirmedBy } = row;
  return {
    id,
    payoutId,
    batchId: payout.batchId,
    person: person(payout.personId),
    amount: moneyView(payout),
    state,
    reason,
    answer,
    askedBy: person(row.askedBy),
    confirmedBy: confirmedBy === null ? null : person(confirmedBy),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    available: available(reversalWorkflow, state, viewer, factsOf(row, payout, viewer)).filter((verb) =>
      BUTTONS.includes(verb),
    ),
  };
}
