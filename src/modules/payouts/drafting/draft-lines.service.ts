import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { toJsonInteger } from '../../../kernel/money';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import type { BatchContent } from '../batch.repository';
import { payoutsRefusals } from '../contract';
import type { Blocked } from '../domain/draft';
import { PayoutRepository } from '../payout.repository';
import { BlockedRepository } from './blocked.repository';
import { DueService, type DraftOf } from './due.service';

/** People whom a refusal names. */
const NAMED = 100;

/** Writes down page by page who is paid and who is left out, so that memory does not grow with the batch. */
@Injectable()
export class DraftLines {
  constructor(
    private readonly due: DueService,
    private readonly payouts: PayoutRepository,
    private readonly blocked: BlockedRepository,
  ) {}

  async collect(tx: Tx, batchId: string, of: DraftOf): Promise<BatchContent> {
    const blocked: Blocked[] = [];
    let [total, payouts] = [0n, 0];
    for await (const page of this.due.pages(tx, of)) {
      const lines = page.lines.map((line) => ({ ...line, id: newId('pay') }));
      await this.payouts.insertAll(tx, batchId, lines);
      await this.due.claim(
        tx,
        lines.map(({ id: payoutId, earningIds }) => ({ payoutId, earningIds })),
      );
      await this.blocked.insertAll(tx, batchId, page.blocked);
      blocked.push(...page.blocked.slice(0, NAMED - blocked.length));
      total = lines.reduce((sum, { amount }) => sum + amount, total);
      payouts += lines.length;
    }
    if (payouts === 0) refuseEmpty(blocked);
    return { total, payouts };
  }
}

function refuseEmpty(blocked: readonly Blocked[]): never {
  if (blocked.length === 0) throw refusal(payoutsRefusals, 'nothing_due');
  throw refusal(payoutsRefusals, 'all_blocked', {
    blocked: blocked.map(({ personId, amount, reason }) => ({
      personId,
      amount: toJsonInteger(amount),
      reason,
    })),
  });
}
