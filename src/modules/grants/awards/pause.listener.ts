import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import { pausedSeconds, pauseMoved, type PauseMoved } from '../../program';
import { AwardRepository } from './award.repository';

/** Steps of a grant are worked on with the programme's model: a pause makes them due later. */
@Injectable()
export class AwardPauseListener {
  constructor(private readonly awards: AwardRepository) {}

  @On(pauseMoved)
  async extend(tx: Tx, { payload }: DomainEvent<PauseMoved>): Promise<void> {
    const { programId, startsAt, to } = payload;
    if (to === 'active') await this.awards.extend(tx, programId, new Date(startsAt), pausedSeconds(payload));
  }
}
