import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
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
import { EarningRepository } from '../earning.repository';
import { CorrectionEffectService } from './correction-effect.service';
import { CorrectionRepository } from './correction.repository';

/** What a second look or an appeal says about a correction. Each step is taken once, however often it is told. */
@Injectable()
export class CorrectionListener {
  constructor(
    private readonly corrections: CorrectionRepository,
    private readonly earnings: EarningRepository,
    private readonly effects: CorrectionEffectService,
    private readonly appeals: AppealsService,
  ) {}

  /** Confirmed after the money has left, nothing can be taken back any more: it is withdrawn. */
  @On(lookDecided)
  async onLookDecided(tx: Tx, { payload }: DomainEvent<LookDecided>): Promise<void> {
    const { kind, actId, verdict, decidedByRole } = payload;
    if (kind !== 'earning_voided') return;
    const row = await this.corrections.lock(tx, actId);
    if (row === null) return; // taken back by the programme, not by finance
    const earning = await this.earnings.lock(tx, row.earningId);
    const isThere = earning?.state === 'due' || earning?.state === 'unfunded';
    const second: Actor = {
      id: row.decidedBy ?? SYSTEM.id,
      roles: [decidedByRole],
      via: 'system',
      keyId: null,
    };
    if (verdict === 'confirmed' && isThere) await this.effects.takeEffect(tx, second, row, earning);
    else await this.effects.withdraw(tx, SYSTEM, row);
  }

  @On(appealDecided)
  async onAppealDecided(tx: Tx, { payload }: DomainEvent<AppealDecided>): Promise<void> {
    const { kind, actId, appealId } = payload;
    if (kind !== 'earning_voided') return;
    const row = await this.corrections.lock(tx, actId);
    const earning = row === null ? null : await this.earnings.lock(tx, row.earningId);
    if (row === null || earning === null) return;
    await this.effects.overturn(tx, SYSTEM, row, earning);
    await this.appeals.restored(tx, appealId);
  }
}
