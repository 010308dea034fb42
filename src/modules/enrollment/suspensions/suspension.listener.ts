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
import { enrollmentMoved, type EnrollmentMoved } from '../contract';
import { SuspensionEffectService } from './suspension-effect.service';
import { SuspensionRepository } from './suspension.repository';

/** What others decide about a suspension: a second look, an appeal, the artist who leaves. */
@Injectable()
export class SuspensionListener {
  constructor(
    private readonly suspensions: SuspensionRepository,
    private readonly effects: SuspensionEffectService,
    private readonly appeals: AppealsService,
  ) {}

  @On(lookDecided)
  async onLookDecided(tx: Tx, { payload }: DomainEvent<LookDecided>): Promise<void> {
    const { kind, actId, timing, verdict } = payload;
    if (kind !== 'enrollment_suspended' || timing !== 'before') return;
    const row = await this.suspensions.lock(tx, actId);
    if (row.state !== 'confirmed') return;
    if (verdict === 'confirmed') await this.effects.begin(tx, row, SYSTEM);
    else await this.effects.step(tx, row, 'drop', SYSTEM);
  }

  /** Overturned, wholly or in part: generation is open again at once. */
  @On(appealDecided)
  async onAppealDecided(tx: Tx, { payload }: DomainEvent<AppealDecided>): Promise<void> {
    const { kind, actId, appealId } = payload;
    if (kind !== 'enrollment_suspended') return;
    await this.effects.close(tx, await this.suspensions.lock(tx, actId), 'overturn', SYSTEM);
    await this.appeals.restored(tx, appealId);
  }

  /** Whoever leaves is not suspended any more. */
  @On(enrollmentMoved)
  async onEnrollmentMoved(tx: Tx, { payload }: DomainEvent<EnrollmentMoved>): Promise<void> {
    const { enrollmentId, from, to } = payload;
    if (from !== 'suspended' || to !== 'offboarding') return;
    const row = await this.suspensions.findInForce(tx, enrollmentId);
    if (row !== null) await this.effects.close(tx, row, 'end', SYSTEM);
  }
}
