import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import { pausedSeconds, pauseMoved, type PauseMoved } from '../../program';
import { InvitationRepository } from './invitation.repository';

/** A seat that is held out waits for as long as the programme stood still. */
@Injectable()
export class InvitationPauseListener {
  constructor(private readonly invitations: InvitationRepository) {}

  @On(pauseMoved)
  async extend(tx: Tx, { payload }: DomainEvent<PauseMoved>): Promise<void> {
    const { programId, startsAt, to } = payload;
    if (to === 'active')
      await this.invitations.extend(tx, programId, new Date(startsAt), pausedSeconds(payload));
  }
}
