import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { EnrollmentService } from '../../enrollment';
import { grantsRefusals } from '../contract';
import type { EventEntity } from './event.entity';
import { EventRepository } from './event.repository';

/** Who may ask for a seat at all. */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly events: EventRepository,
    private readonly enrollments: EnrollmentService,
  ) {}

  /** Refuses `not_found` for an event nobody knows of yet, and whoever is not active in its programme. */
  async check(me: Actor, eventId: string): Promise<void> {
    const { programId, state } = await this.events.get(eventId);
    if (state === 'draft') throw refusal(grantsRefusals, 'not_found');
    await this.enrollments.activeOf(me.id, programId);
  }

  async lock(tx: Tx, eventId: string): Promise<EventEntity> {
    return this.events.lock(tx, eventId);
  }
}
