import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Database } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { weekSummed } from '../contract';
import { lastWeek } from '../domain/week';
import { DigestRepository } from './digest.repository';

/** Once a week, what one's feedback came to: only where something moved, and only while it is wanted. */
@Injectable()
export class DigestService {
  constructor(
    private readonly db: Database,
    private readonly digests: DigestRepository,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** Tells of the week that is over; returns how many people. Any number of sweeps may run at once: each is told once. */
  async sweep(now = new Date()): Promise<number> {
    const { from, to, name: week } = lastWeek(now);
    let told = 0;
    for (const sum of await this.digests.weeks(from, to))
      await this.db.tx(async (tx) => {
        if (!(await this.digests.claim(tx, sum.personId, week))) return;
        await this.outbox.add(tx, weekSummed, { ...sum, week });
        told += 1;
      });
    return told;
  }

  async isOff(me: Actor): Promise<boolean> {
    return this.digests.isOff(me.id);
  }

  async set(me: Actor, isOff: boolean): Promise<void> {
    await this.db.tx(async (tx) => {
      await this.digests.set(tx, me.id, isOff);
      await this.audit.record(tx, me, 'feedback.set_digest', me.id, { isOff });
    });
  }
}
