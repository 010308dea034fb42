import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import { appealDecided, AppealsService, type AppealDecided } from '../../redress';

/**
 * A person has said that a refused prompt was in order. Nothing was charged and nothing was kept from its artist but this one
 * clip, which no verdict makes: the answer itself is what is given back.
 */
@Injectable()
export class RefusalListener {
  constructor(private readonly appeals: AppealsService) {}

  @On(appealDecided)
  async onAppealDecided(tx: Tx, { payload }: DomainEvent<AppealDecided>): Promise<void> {
    if (payload.kind === 'generation_refused') await this.appeals.restored(tx, payload.appealId);
  }
}
