import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/database';
import { Handles } from '../../platform/queue/job.registry';
import { expireHolds } from './hold.jobs';
import { HoldRepository } from './hold.repository';

const ROUND = 500;

/** The clock of holds. Any number may run: rounds skip what another one, or a settlement, has in hand. */
@Injectable()
export class HoldProcessor {
  constructor(
    private readonly db: Database,
    private readonly holds: HoldRepository,
  ) {}

  @Handles(expireHolds)
  async expire(): Promise<void> {
    while ((await this.db.tx((tx) => this.holds.expire(tx, ROUND))) === ROUND);
  }
}
