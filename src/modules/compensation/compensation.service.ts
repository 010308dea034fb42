import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import type { Currency } from '../../kernel/money';
import type { Page } from '../../kernel/page';
import { refusal } from '../../kernel/refusal';
import type { Tx } from '../../platform/db/database';
import { Outbox } from '../../platform/outbox/outbox';
import { AuditService } from '../audit';
import { compensationRefusals, earned, type DueOf, type EarningDraft } from './contract';
import type { EarningEntity } from './earning.entity';
import { EarningRepository, type EarningFilter } from './earning.repository';
import { EarningFundingService } from './funding.service';

/** What artists are owed, from the fact that earned it to the payout that carried it. */
@Injectable()
export class CompensationService {
  constructor(
    private readonly earnings: EarningRepository,
    private readonly funding: EarningFundingService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Records that a fact earned money and moves it to the artist. An empty source loses nothing: the earning waits as
   * `unfunded` until there is money. A fact that has earned already does nothing more.
   */
  async earn(tx: Tx, draft: EarningDraft): Promise<void> {
    const id = newId('ern');
    if (!(await this.earnings.insert(tx, id, draft))) return;
    const { personId, programId, amount, currency, causeType, causeId, source } = draft;
    const isFunded = await this.funding.fund(tx, { ...draft, id });
    const cause = `${causeType}:${causeId}`;
    const details = { personId, cause, amount, currency, source };
    await this.audit.record(tx, SYSTEM, isFunded ? 'earning.earn' : 'earning.wait_for_fund', id, details);
    await this.outbox.add(tx, earned, {
      earningId: id,
      personId,
      programId,
      amount: amount.toString(),
      currency,
      cause,
    });
  }

  /** Per person: what is due in this programme and currency and belongs to no payout. Inside of a transaction hand over `tx`. */
  async due(programId: string, currency: Currency, tx?: Tx): Promise<DueOf[]> {
    return this.earnings.due(programId, currency, tx);
  }

  /** Promises earnings to one payout; refuses `claimed_already` (409) when one of them is no longer due. */
  async claim(tx: Tx, earningIds: readonly string[], payoutId: string): Promise<void> {
    const claimed = await this.earnings.claim(tx, earningIds, payoutId);
    if (claimed !== new Set(earningIds).size)
      throw refusal(compensationRefusals, 'claimed_already', { payoutId });
  }

  /** The payout was cancelled, failed or came back: its earnings are due again. */
  async unclaim(tx: Tx, payoutId: string): Promise<void> {
    await this.earnings.unclaim(tx, payoutId);
  }

  /** The payout arrived: its earnings are paid. */
  async markPaid(tx: Tx, payoutId: string): Promise<void> {
    await this.earnings.markPaid(tx, payoutId);
  }

  /** One person's earnings, newest first. */
  async listOf(personId: string, page: { cursor?: string; limit: number }): Promise<Page<EarningEntity>> {
    return this.list({ personId }, page);
  }

  /** Earnings of everybody, newest first. */
  async list(
    filter: EarningFilter,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<Page<EarningEntity>> {
    return this.earnings.list(filter, cursor, limit);
  }
}
