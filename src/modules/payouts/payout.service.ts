import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { money } from '../../kernel/money';
import { decodeCursor, toPage } from '../../kernel/page';
import { refusal } from '../../kernel/refusal';
import { moneyView } from '../../platform/http/money.dto';
import { account, LedgerService } from '../ledger';
import { payoutsRefusals } from './contract';
import type {
  PayoutAttemptView,
  PayoutDetailView,
  PayoutPage,
  PayoutPostingView,
  PayoutView,
} from './payout.dto';
import type { PayoutEntity } from './payout.entity';
import { PayoutRepository, type PayoutFilter } from './payout.repository';
import { AttemptRepository } from './sending/attempt.repository';
import { ViewService } from './view.service';

/** More postings than a payout can ever have: sent, then paid, failed or returned. */
const POSTINGS = 20;

/** Reading payouts. */
@Injectable()
export class PayoutService {
  constructor(
    private readonly payouts: PayoutRepository,
    private readonly attempts: AttemptRepository,
    private readonly ledger: LedgerService,
    private readonly views: ViewService,
  ) {}

  async list(
    filter: PayoutFilter,
    { cursor, limit }: { cursor?: string; limit: number },
    viewer: Actor,
  ): Promise<PayoutPage> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.payouts.list(filter, before, limit + 1);
    const page = toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
    return { items: await this.views.payouts(page.items, viewer), next: page.next };
  }

  /** Down to the earnings, the ledger's postings and the calls to the rail. */
  async get(id: string, viewer: Actor): Promise<PayoutDetailView> {
    const payout = await this.payouts.find(id);
    if (payout === null) throw refusal(payoutsRefusals, 'not_found');
    const [view] = await this.views.payouts([payout], viewer);
    return {
      ...(view as PayoutView),
      earningIds: payout.earningIds,
      postings: await this.postings(payout),
      attempts: await this.listAttempts(id),
    };
  }

  private async postings({ id, currency }: PayoutEntity): Promise<PayoutPostingView[]> {
    const { items } = await this.ledger.statement(account.transit(id, currency), { limit: POSTINGS });
    return items.map(({ at, reference, kind, amount, other }) => ({
      at: at.toISOString(),
      reference,
      kind,
      amount: moneyView(money(amount, currency)),
      account: other,
    }));
  }

  private async listAttempts(payoutId: string): Promise<PayoutAttemptView[]> {
    const attempts = await this.attempts.list(payoutId);
    return attempts.map(({ number, reference, outcome, reason, startedAt, endedAt }) => ({
      number,
      reference,
      outcome,
      reason,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    }));
  }
}
