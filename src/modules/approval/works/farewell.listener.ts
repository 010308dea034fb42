import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import { enrollmentMoved, type EnrollmentMoved } from '../../enrollment';
import { FarewellService } from './farewell.service';

/** An artist has left for good: their works follow what they chose. */
@Injectable()
export class FarewellListener {
  constructor(private readonly farewells: FarewellService) {}

  @On(enrollmentMoved)
  async onEnrollmentMoved(tx: Tx, { payload }: DomainEvent<EnrollmentMoved>): Promise<void> {
    if (payload.to !== 'alumni') return;
    await this.farewells.leave(tx, payload);
  }
}
