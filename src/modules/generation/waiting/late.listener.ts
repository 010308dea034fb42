import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../../kernel/event';
import { Refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import { QuotaService, quotaRefusals } from '../../quota';
import { etaMissed, type EtaMissed } from '../contract';

/** Gives the price of a late clip back, after its delivery and in a transaction of its own. */
@Injectable()
export class LateListener {
  constructor(private readonly quota: QuotaService) {}

  /** An allowance that is used up, or credits that came back for another reason, end the matter: nothing is written. */
  @On(etaMissed)
  async giveBack(tx: Tx, { payload }: DomainEvent<EtaMissed>): Promise<void> {
    const { generationId, promisedSeconds, actualSeconds } = payload;
    const evidence = { promisedSeconds, actualSeconds };
    try {
      await this.quota.giveBack(tx, { generationId, cause: 'eta_missed', shot: generationId, evidence });
    } catch (error) {
      if (!(error instanceof Refusal) || error.module !== quotaRefusals.module) throw error;
    }
  }
}
