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
import { ApplicationRepository } from '../applications/application.repository';
import { DecliningService } from './declining.service';

/** What a second look or an appeal says about a declined application. */
@Injectable()
export class DecliningListener {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly declining: DecliningService,
    private readonly appeals: AppealsService,
  ) {}

  @On(lookDecided)
  async onLookDecided(tx: Tx, { payload }: DomainEvent<LookDecided>): Promise<void> {
    const { kind, subjectId, timing, verdict, decidedBy: id, decidedByRole } = payload;
    if (kind !== 'application_declined' || timing !== 'before') return;
    const row = await this.applications.lock(tx, subjectId);
    if (row.state !== 'in_review' && row.state !== 'waitlisted') return;
    if (verdict !== 'confirmed') return this.applications.setReasons(tx, subjectId, []);
    const decider: Actor = { id, roles: [decidedByRole], via: 'system', keyId: null };
    await this.declining.finish(tx, decider, row, row.reasons);
  }

  @On(appealDecided)
  async onAppealDecided(tx: Tx, { payload }: DomainEvent<AppealDecided>): Promise<void> {
    const { kind, subjectId, appealId } = payload;
    if (kind !== 'application_declined') return;
    const row = await this.applications.lock(tx, subjectId);
    if (row.state === 'declined') await this.declining.reconsider(tx, SYSTEM, row);
    await this.appeals.restored(tx, appealId);
  }
}
