import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { available } from '../../../kernel/workflow';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { DrawService } from '../../draw';
import { ProgramService } from '../../program';
import { maySeeDrafts } from '../calls/call.service';
import { grantsRefusals } from '../contract';
import { eventWorkflow, EVENT_VERBS, type EventVerb } from '../domain/event.workflow';
import { eventView, type EventBody, type EventPage, type EventQuery, type EventView } from './event.dto';
import type { EventEntity } from './event.entity';
import { calendarFile, eventFacts } from './event.mapping';
import { EventRepository, type NewEvent } from './event.repository';
import { SeatRepository, type SeatCounts } from './seat.repository';

/** What an event says before people register, and what everybody reads of it. */
@Injectable()
export class EventService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly events: EventRepository,
    private readonly seats: SeatRepository,
    private readonly programs: ProgramService,
    private readonly draws: DrawService,
    private readonly audit: AuditService,
  ) {}

  /** Refuses `dates_reversed`. */
  async create(once: Once, me: Actor, body: EventBody): Promise<EventView> {
    const program = await this.programs.get(body.programId);
    const said = this.said(body);
    const row: NewEvent = {
      ...said,
      id: newId('eve'),
      programId: program.id,
      currency: program.currency,
      state: eventWorkflow.initial,
    };
    await this.idempotency.run(once, async (tx) => {
      await this.events.insert(tx, row);
      await this.audit.record(tx, me, 'event.create', row.id, { programId: program.id, seats: row.seats });
      return { id: row.id };
    });
    return this.view(me, row, { taken: 0, waiting: 0 });
  }

  /** Replaces a draft; refuses `wrong_state` once it is open. */
  async update(once: Once, me: Actor, id: string, body: EventBody): Promise<EventView> {
    const said = this.said(body);
    await this.idempotency.run(once, async (tx) => {
      await this.events.lock(tx, id);
      if (!(await this.events.rewrite(tx, id, said))) throw refusal(grantsRefusals, 'wrong_state');
      await this.audit.record(tx, me, 'event.update', id, { seats: said.seats });
      return { id };
    });
    return this.get(me, id);
  }

  async list(me: Actor, { programId, cursor, limit }: EventQuery): Promise<EventPage> {
    const { items, next } = await this.events.list(
      { hidesDrafts: !maySeeDrafts(me), programId },
      cursor,
      limit,
    );
    const counts = await this.seats.counts(items.map(({ id }) => id));
    return {
      items: await Promise.all(
        items.map((row) => this.view(me, row, counts.get(row.id) ?? { taken: 0, waiting: 0 })),
      ),
      next,
    };
  }

  async get(me: Actor, id: string): Promise<EventView> {
    const row = await this.visible(me, id);
    return this.view(me, row, (await this.seats.counts([id])).get(id) ?? { taken: 0, waiting: 0 });
  }

  /** iCalendar text. */
  async calendar(me: Actor, id: string): Promise<string> {
    return calendarFile(await this.visible(me, id));
  }

  private async visible(me: Actor, id: string): Promise<EventEntity> {
    const row = await this.events.get(id);
    if (row.state === 'draft' && !maySeeDrafts(me)) throw refusal(grantsRefusals, 'not_found');
    return row;
  }

  private said({ yearlyCap, stipend, expenses, ...body }: EventBody) {
    const [startsAt, endsAt, closesAt] = [body.startsAt, body.endsAt, body.closesAt].map(
      (at) => new Date(at),
    ) as [Date, Date, Date];
    if (closesAt > startsAt || startsAt >= endsAt)
      throw refusal(grantsRefusals, 'dates_reversed', {
        detail: 'Registration ends before the event starts, and the event starts before it ends.',
      });
    return {
      title: body.title,
      description: body.description,
      place: body.place,
      accessibility: body.accessibility,
      codeOfConduct: body.codeOfConduct,
      timeZone: body.timeZone,
      seats: body.seats,
      admission: body.admission,
      startsAt,
      endsAt,
      closesAt,
      yearlyCap: yearlyCap ?? null,
      stipend: BigInt(stipend),
      expenses: BigInt(expenses),
    };
  }

  private async view(me: Actor, row: NewEvent, counts: SeatCounts): Promise<EventView> {
    const draw =
      row.admission === 'draw' ? await this.draws.find({ kind: 'event', subjectId: row.id }) : null;
    const found: readonly string[] = available(eventWorkflow, row.state, me, eventFacts(row, [], []));
    return eventView(row, {
      ...counts,
      drawId: draw?.id ?? null,
      available: EVENT_VERBS.filter((verb): verb is EventVerb => found.includes(verb)),
    });
  }
}
