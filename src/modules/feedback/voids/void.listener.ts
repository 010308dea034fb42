import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import {
  appealDecided,
  AppealsService,
  lookDecided,
  type AppealDecided,
  type LookDecided,
} from '../../redress';
import { VoidEffectService } from './void-effect.service';
import { VoidRepository } from './void.repository';

/** What others decide about a void: a second look, an appeal. */
@Injectable()
export class VoidListener {
  constructor(
    private readonly voids: VoidRepository,
    private readonly effects: VoidEffectService,
    private readonly appeals: AppealsService,
  ) {}

  @On(lookDecided)
  async onLookDecided(tx: Tx, { payload }: DomainEvent<LookDecided>): Promise<void> {
    const { kind, actId, timing, verdict } = payload;
    if (kind !== 'earning_voided' || timing !== 'before') return;
    const row = await this.voids.lock(tx, actId);
    if (row === null) return; // taken back by finance, not by the programme
    if (verdict === 'confirmed') await this.effects.takeEffect(tx, row, SYSTEM);
    else await this.effects.drop(tx, row, SYSTEM, payload.reasons ?? '');
  }

  /** Overturned, wholly or in part: the pay is owed again at once. */
  @On(appealDecided)
  async onAppealDecided(tx: Tx, { payload }: DomainEvent<AppealDecided>): Promise<void> {
    const { kind, actId, appealId, reasons } = payload;
    if (kind !== 'earning_voided') return;
    const row = await this.voids.lock(tx, actId);
    if (row === null) return;
    await this.effects.overturn(tx, row, reasons);
    await this.appeals.restored(tx, appealId);
  }
}
