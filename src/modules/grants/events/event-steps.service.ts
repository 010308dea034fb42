import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import type { Tx } from '../../../platform/db/database';
import { DrawService } from '../../draw';
import type { EventVerb } from '../domain/event.workflow';
import { EventMoneyService } from './event-money.service';
import type { EventEntity } from './event.entity';
import { SeatingService } from './seating.service';

/** What each step of an event brings about: money first, then seats; at the end what was not spent goes back. */
@Injectable()
export class EventStepsService {
  constructor(
    private readonly seating: SeatingService,
    private readonly draws: DrawService,
    private readonly money: EventMoneyService,
  ) {}

  async take(tx: Tx, actor: Actor, row: EventEntity, verb: EventVerb): Promise<void> {
    const subject = { kind: 'event', subjectId: row.id } as const;
    const isDrawn = row.admission === 'draw';
    if (verb === 'open') {
      await this.money.hold(tx, row);
      if (isDrawn)
        await this.draws.commit(tx, actor, { ...subject, title: `Seats: ${row.title}`, places: row.seats });
    }
    if (verb === 'close') {
      const asking = await this.seating.asking(tx, row.id);
      if (isDrawn && asking.length > 0) {
        await this.draws.freeze(tx, actor, subject, asking);
        const { order } = await this.draws.reveal(tx, actor, subject, asking);
        await this.seating.seatInOrder(tx, row, order);
      }
    }
    if (verb === 'cancel' && isDrawn && row.state === 'open')
      await this.draws.cancel(tx, actor, subject, 'the event was cancelled');
    if (verb === 'cancel' && row.state !== 'draft') await this.seating.tellCancelled(tx, row);
    if (verb === 'settle' || (verb === 'cancel' && row.state !== 'draft')) await this.money.giveBack(tx, row);
  }
}
