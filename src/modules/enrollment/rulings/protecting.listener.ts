import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import { GuardService } from '../../redress';
import { rulingMoved, type RulingMoved } from '../contract';
import { RulingRepository } from './ruling.repository';

/** A question about speaking in public protects whoever asks: what follows soon goes through other hands. */
@Injectable()
export class ProtectingListener {
  constructor(
    private readonly rulings: RulingRepository,
    private readonly guard: GuardService,
  ) {}

  @On(rulingMoved)
  async onRulingMoved(tx: Tx, { payload, at }: DomainEvent<RulingMoved>): Promise<void> {
    if (payload.from !== null) return;
    const row = await this.rulings.find(payload.rulingId);
    if (row?.topic === 'speak') await this.guard.protect(tx, row.askerId, 'question', row.id, at);
  }
}
