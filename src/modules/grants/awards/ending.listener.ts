import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import {
  appealDecided,
  appealMoved,
  lookDecided,
  type AppealDecided,
  type AppealMoved,
  type LookDecided,
} from '../../redress';
import { AwardService } from './award.service';
import { EndingService } from './ending.service';

/** What a second look or an appeal says about the end of an award. Each step is taken once, however often it is told. */
@Injectable()
export class EndingListener {
  constructor(
    private readonly awards: AwardService,
    private readonly endings: EndingService,
  ) {}

  @On(lookDecided)
  async onLookDecided(tx: Tx, { payload }: DomainEvent<LookDecided>): Promise<void> {
    const { kind, subjectId, timing, verdict, decidedBy: id, decidedByRole } = payload;
    if (kind !== 'grant_terminated' || timing !== 'before' || verdict !== 'confirmed') return;
    const decider: Actor = { id, roles: [decidedByRole], via: 'system', keyId: null };
    const text = await this.endings.reasonsOf(tx, subjectId);
    await this.awards.follow(tx, decider, subjectId, 'terminate', text);
  }

  /** An appeal keeps the money held until it is answered; one that fails or is withdrawn lets it go. */
  @On(appealMoved)
  async onHearingMoved(tx: Tx, { payload }: DomainEvent<AppealMoved>): Promise<void> {
    const { kind, subjectId, personId, to, verb, reasons } = payload;
    if (kind !== 'grant_terminated') return;
    const artist: Actor = { id: personId, roles: ['artist'], via: 'system', keyId: null };
    if (verb === 'file') await this.awards.follow(tx, artist, subjectId, 'appeal', 'Filed as an appeal.');
    if (to === 'upheld' || to === 'withdrawn')
      await this.awards.follow(tx, SYSTEM, subjectId, 'uphold', reasons ?? 'The appeal was withdrawn.');
  }

  @On(appealDecided)
  async onAppealDecided(tx: Tx, { payload }: DomainEvent<AppealDecided>): Promise<void> {
    const { kind, subjectId, appealId, reasons } = payload;
    if (kind !== 'grant_terminated') return;
    await this.awards.follow(tx, SYSTEM, subjectId, 'overturn', reasons);
    await this.endings.restored(tx, appealId);
  }
}
