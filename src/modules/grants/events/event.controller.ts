import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { EventBody, EventPage, EventQuery, EventVerbParam, EventView } from './event.dto';
import { EventLifeService } from './event-life.service';
import { EventService } from './event.service';

@ApiTags('events')
@Controller('api/v1/events')
export class EventController {
  constructor(
    private readonly events: EventService,
    private readonly life: EventLifeService,
  ) {}

  @Get()
  @Access('public.read')
  @ApiOperation({ operationId: 'listEvents', summary: 'Events, newest first' })
  async list(@Query() query: EventQuery, @Me() me: Actor): Promise<EventPage> {
    return this.events.list(me, query);
  }

  @Get(':id')
  @Access('public.read')
  @ApiOperation({ operationId: 'getEvent', summary: 'One event' })
  async get(@Param('id') id: string, @Me() me: Actor): Promise<EventView> {
    return this.events.get(me, id);
  }

  @Get(':id/calendar.ics')
  @Access('public.read')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @ApiProduces('text/calendar')
  @ApiOperation({ operationId: 'getEventCalendar', summary: 'The event as a calendar file' })
  async calendar(@Param('id') id: string, @Me() me: Actor): Promise<string> {
    return this.events.calendar(me, id);
  }

  /** Problems: `grants.dates_reversed`. */
  @Post()
  @Access('event.manage')
  @ApiOperation({ operationId: 'createEvent', summary: 'Prepare an event' })
  async create(@Body() body: EventBody, @Me() me: Actor, @OnceKey() once: Once): Promise<EventView> {
    return this.events.create(once, me, body);
  }

  /** Problems: `grants.wrong_state` once it is open. */
  @Put(':id')
  @Access('event.manage')
  @ApiOperation({ operationId: 'updateEvent', summary: 'Rewrite an event that is not open yet' })
  async update(
    @Param('id') id: string,
    @Body() body: EventBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<EventView> {
    return this.events.update(once, me, id, body);
  }

  /** Problems: `grants.event_incomplete`, `grants.attendance_missing`, `ledger.insufficient`. */
  @Post(':id/:verb')
  @HttpCode(200)
  @Access('event.manage')
  @ApiOperation({ operationId: 'moveEvent', summary: 'Open, close, settle or cancel an event' })
  async act(
    @Param() { id, verb }: EventVerbParam,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<EventView> {
    await this.life.act(once, me, id, verb);
    return this.events.get(me, id);
  }
}
