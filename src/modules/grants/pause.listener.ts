import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import { pausedSeconds, pauseMoved, type PauseMoved } from '../program';
import { CallRepository } from './calls/call.repository';
import { EventRepository } from './events/event.repository';
import { AwardRepository } from './awards/award.repository';

/** What artists owe by a date comes later by a pause: applications, registrations, and the steps and offers of grants. */
@Injectable()
export class GrantPauseListener {
  constructor(
    private readonly awards: AwardRepository,
    private readonly calls: CallRepository,
    private readonly events: EventRepository,
  ) {}

  @On(pauseMoved)
  async extend(tx: Tx, { payload }: DomainEvent<PauseMoved>): Promise<void> {
    const { programId, startsAt, to } = payload;
    if (to !== 'active') return;
    for (const rows of [this.calls, this.events, this.awards])
      await rows.extend(tx, programId, new Date(startsAt), pausedSeconds(payload));
  }
}
