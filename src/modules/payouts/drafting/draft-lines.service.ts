import { Injectable } from '@nestjs/common';
import { toJsonInteger, type Currency } from '../../../kernel/money';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { CompensationService } from '../../compensation';
import type { BatchContent } from '../batch.repository';
import { payoutsRefusals } from '../contract';
import { decisions, type Blocked } from '../domain/draft';
import type { PayoutRail } from '../domain/rail';
import { RailRegistry } from '../rails/rail-registry.service';
import { DraftRepository } from './draft.repository';

/** People whom a refusal names. */
const NAMED = 100;

export interface DraftOf {
  readonly programId: string;
  readonly currency: Currency;
  readonly rail: PayoutRail;
}

/** Sorts out who is paid and who is left out. The rule is a pure function; the database applies its table to everybody. */
@Injectable()
export class DraftLines {
  constructor(
    private readonly compensation: CompensationService,
    private readonly rails: RailRegistry,
    private readonly drafts: DraftRepository,
  ) {}

  /** Refuses `draft_in_progress`, `nothing_due`, and `all_blocked` with the reasons. */
  async collect(tx: Tx, batchId: string, { programId, currency, rail }: DraftOf): Promise<BatchContent> {
    await this.drafts.take(tx, programId, currency);
    const content = await this.drafts.fill(tx, batchId, {
      usual: this.rails.usual,
      least: rail.minimum(currency),
      formless: await this.compensation.prepareDraft(tx, { programId, currency }),
      decisions: decisions({ knowsEverybody: rail.key === 'sandbox' }),
    });
    if (content.payouts === 0) refuseEmpty(await this.drafts.firstBlocked(tx, batchId, NAMED));
    return content;
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
