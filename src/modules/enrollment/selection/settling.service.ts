import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { DAY, later } from '../../../kernel/clock';
import { Database } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { applicationMoved } from '../contract';
import { WAITLIST_DAYS } from '../domain/promise';
import { DrawnRepository } from './drawn.repository';
import { SeatingService } from './seating.service';
import { SettlingLookup } from './settling-lookup.service';

const AT_ONCE = 1_000;

/**
 * What follows from a published selection without anybody deciding: places in line after a draw, free seats to whoever
 * is next. Safe at any moment, anywhere, several at once; a stop in the middle is caught up by the next run.
 */
@Injectable()
export class SettlingService {
  constructor(
    private readonly db: Database,
    private readonly lookup: SettlingLookup,
    private readonly drawn: DrawnRepository,
    private readonly seating: SeatingService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** Every programme that selects by itself. Returns how many applications moved. */
  async settle(): Promise<number> {
    let moved = 0;
    for (const program of await this.lookup.automatic(await this.drawn.programsWaiting())) {
      moved += await this.places(program.id);
      moved += await this.db.tx((tx) => this.seating.advance(tx, program));
    }
    return moved;
  }

  /** Gives everybody the place that a held draw gave them. Returns how many got one. */
  async places(programId: string): Promise<number> {
    if (!(await this.drawn.hasUnsettled(programId))) return 0;
    const order = (await this.lookup.order(programId)) ?? [];
    let moved = 0;
    for (let from = 0; from < order.length; from += AT_ONCE) {
      const batch = order.slice(from, from + AT_ONCE).map((id, index) => [id, from + index + 1] as const);
      moved += await this.batch(programId, batch);
    }
    return moved;
  }

  private async batch(programId: string, batch: readonly (readonly [string, number])[]): Promise<number> {
    return this.db.tx(async (tx) => {
      const queued = await this.drawn.queue(tx, programId, batch, later(new Date(), WAITLIST_DAYS * DAY));
      for (const { id: applicationId, personId, from } of queued)
        await this.outbox.add(tx, applicationMoved, {
          applicationId,
          programId,
          personId,
          verb: 'queue',
          from,
          to: 'waitlisted',
        });
      if (queued.length > 0)
        await this.audit.record(tx, SYSTEM, 'application.queue_drawn', programId, { places: queued.length });
      return queued.length;
    });
  }
}
