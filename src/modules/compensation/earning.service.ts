import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import type { Tx } from '../../platform/db/database';
import { Outbox } from '../../platform/outbox/outbox';
import { AuditService } from '../audit';
import { account } from '../ledger';
import type { RateItem } from '../program';
import { earned, type Category, type EarningDraft } from './contract';
import { EarningRepository } from './earning.repository';
import { EarningFundingService } from './funding.service';
import { PayTermsService } from './pay-terms.service';

/** A fact that is worth what the rate card says. */
export interface CardFact {
  readonly programId: string;
  readonly personId: string;
  /** Lines of the card of which the first with a price counts. */
  readonly items: readonly RateItem[];
  readonly category: Category;
  readonly causeType: string;
  readonly causeId: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  /** When it happened: the card in force at that moment sets the price. Absent: now. */
  readonly at?: Date;
}

/** Writes down that a fact earned money, once for each fact. */
@Injectable()
export class EarningService {
  constructor(
    private readonly earnings: EarningRepository,
    private readonly funding: EarningFundingService,
    private readonly terms: PayTermsService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Records that a fact earned money and moves it to the artist. An empty source loses nothing: the earning waits as
   * `unfunded` until there is money. A fact that has earned already does nothing more. Returns the id, or `null` then.
   */
  async earn(tx: Tx, draft: EarningDraft, actor: Actor = SYSTEM): Promise<string | null> {
    const id = newId('ern');
    if (!(await this.earnings.insert(tx, id, draft, await this.terms.of(tx, draft)))) return null;
    const { personId, programId, amount, currency, causeType, causeId, source } = draft;
    const isFunded = await this.funding.fund(tx, { ...draft, id });
    const cause = `${causeType}:${causeId}`;
    const details = { personId, cause, amount, currency, source };
    await this.audit.record(tx, actor, isFunded ? 'earning.earn' : 'earning.wait_for_fund', id, details);
    await this.outbox.add(tx, earned, {
      earningId: id,
      personId,
      programId,
      amount: amount.toString(),
      currency,
      cause,
    });
    return id;
  }

  /**
   * The same at the price of the rate card. Without a price nothing is recorded (a price of zero would look like a
   * decision): the gap is noted for the manager, and `no_price` returned.
   */
  async earnByCard(
    tx: Tx,
    fact: CardFact,
    actor: Actor = SYSTEM,
  ): Promise<'earned' | 'earned_before' | 'no_price'> {
    const { programId, personId, items, category, causeType, causeId, evidence, at } = fact;
    const card = await this.terms.card(tx, programId, at);
    const item = items.find((line) => card?.items[line] !== undefined);
    const amount = item === undefined ? undefined : card?.items[item];
    if (card === null || item === undefined || amount === undefined) {
      const gap = { programId, personId, item: items[0] };
      await this.audit.record(tx, SYSTEM, 'compensation.no_rate', causeId, gap);
      return 'no_price';
    }
    const id = await this.earn(
      tx,
      {
        programId,
        personId,
        category,
        causeType,
        causeId,
        amount,
        currency: card.currency,
        source: account.fund(programId, card.currency),
        rate: { version: card.version, item },
        evidence: { ...evidence, rateCardId: card.id },
      },
      actor,
    );
    return id === null ? 'earned_before' : 'earned';
  }
}
