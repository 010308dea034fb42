import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import { appealDecided, type AppealDecided } from '../../redress';
import { RehearingService } from './rehearing.service';

/** An appeal against a declined application succeeded. */
@Injectable()
export class RehearingListener {
  constructor(private readonly rehearings: RehearingService) {}

  @On(appealDecided)
  async onRefusalOverturned(tx: Tx, { payload }: DomainEvent<AppealDecided>): Promise<void> {
    if (payload.kind === 'grant_declined')
      await this.rehearings.begin(tx, payload.subjectId, payload.appealId);
  }
}
