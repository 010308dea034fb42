import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import { pauseMoved, type PauseMoved } from '../../program';
import { DispatchBell } from '../pool/bell.service';
import { PauseRepository } from './pause.repository';

/** While a programme is paused none of its clips starts; what runs is finished, and waiting then does not count. */
@Injectable()
export class PauseListener {
  constructor(
    private readonly pauses: PauseRepository,
    private readonly bell: DispatchBell,
  ) {}

  @On(pauseMoved)
  async follow(tx: Tx, { payload }: DomainEvent<PauseMoved>): Promise<void> {
    await this.pauses.keep(tx, payload);
    tx.afterCommit(() => this.bell.ring());
  }
}
