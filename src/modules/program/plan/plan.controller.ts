import { Body, Controller, Get, Header, Headers, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { seenOf } from '../domain/etag';
import { LifecycleService } from '../lifecycle.service';
import { ProgramView } from '../program.dto';
import { CalendarService } from './calendar.service';
import {
  CalendarView,
  CopyBody,
  ProgramChangeBody,
  programDateView,
  StatesView,
  statesView,
} from './plan.dto';
import { PlanService } from './plan.service';

@ApiTags('programs')
@Controller('api/v1')
export class PlanController {
  constructor(
    private readonly plans: PlanService,
    private readonly calendar: CalendarService,
    private readonly lifecycle: LifecycleService,
  ) {}

  @Get('program-states')
  @Access('program.read')
  @ApiOperation({ operationId: 'listProgramStates', summary: 'What each state of a programme allows' })
  states(): StatesView {
    return statesView();
  }

  /** Problems: `program.draft_changed`, `program.etag_missing`, `program.dates_reversed`, `program.plan_fixed`. */
  @Patch('programs/:id')
  @Access('program.manage')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of what was read' })
  @ApiOperation({
    operationId: 'changeProgram',
    summary: 'Change name, model, dates or seats of a programme',
  })
  async change(
    @Param('id') id: string,
    @Body() body: ProgramChangeBody,
    @Headers('if-match') ifMatch: string | undefined,
    @Me() me: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProgramView> {
    await this.plans.change(me, id, body, seenOf({ ifMatch }));
    const view = await this.lifecycle.get(me, id);
    void reply.header('etag', view.etag);
    return view;
  }

  /** Problems: `program.slug_taken`, `program.not_found`. */
  @Post('programs/:id/copy')
  @Access('program.manage')
  @ApiOperation({ operationId: 'copyProgram', summary: 'Prepare a programme after the pattern of another' })
  async copy(
    @Param('id') id: string,
    @Body() body: CopyBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<ProgramView> {
    return this.lifecycle.get(me, await this.plans.copy(once, me, id, body));
  }

  /** Problems: `program.not_found`. */
  @Get('programs/:id/calendar')
  @Access('program.read')
  @ApiOperation({ operationId: 'getProgramCalendar', summary: 'Every date of a programme in one list' })
  async dates(@Param('id') id: string, @Me() me: Actor): Promise<CalendarView> {
    return { items: (await this.calendar.list(me, id)).map(programDateView) };
  }

  /** Problems: `program.not_found`. */
  @Get('programs/:id/calendar.ics')
  @Access('program.read')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @ApiOperation({ operationId: 'downloadProgramCalendar', summary: 'The dates of a programme as iCalendar' })
  @ApiOkResponse({ content: { 'text/calendar': {} } })
  async ics(@Param('id') id: string, @Me() me: Actor): Promise<string> {
    return this.calendar.ics(me, id);
  }
}
