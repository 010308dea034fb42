import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { AssignmentService } from '../reviews/assignment.service';
import { JudgingViewService } from '../reviews/judging-view.service';
import { RankingService } from '../reviews/ranking.service';
import { JudgingView, PanelistBody } from '../reviews/review.dto';
import { CallBody, CallPage, CallQuery, CallVerbParam, CallView } from './call.dto';
import { CallLifeService } from './call-life.service';
import { CallService } from './call.service';

@ApiTags('grants')
@Controller('api/v1/calls')
export class CallController {
  constructor(
    private readonly calls: CallService,
    private readonly life: CallLifeService,
    private readonly judging: JudgingViewService,
    private readonly assignments: AssignmentService,
    private readonly rankings: RankingService,
  ) {}

  @Get()
  @Access('public.read')
  @ApiOperation({ operationId: 'listCalls', summary: 'Calls for grants, newest first' })
  async list(@Query() query: CallQuery, @Me() me: Actor): Promise<CallPage> {
    return this.calls.list(me, query);
  }

  @Get(':id')
  @Access('public.read')
  @ApiOperation({ operationId: 'getCall', summary: 'One call' })
  async get(@Param('id') id: string, @Me() me: Actor): Promise<CallView> {
    return this.calls.get(me, id);
  }

  /** Problems: `program.not_found`, `program.currency_mismatch`, `grants.rubric_unfit`, `grants.dates_reversed`. */
  @Post()
  @Access('call.manage')
  @ApiOperation({ operationId: 'createCall', summary: 'Prepare a call for grants' })
  async create(@Body() body: CallBody, @Me() me: Actor, @OnceKey() once: Once): Promise<CallView> {
    return this.calls.create(once, me, body);
  }

  /** Problems: `grants.wrong_state` once it is open. */
  @Put(':id')
  @Access('call.manage')
  @ApiOperation({ operationId: 'updateCall', summary: 'Rewrite a call that is not open yet' })
  async update(
    @Param('id') id: string,
    @Body() body: CallBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<CallView> {
    return this.calls.update(once, me, id, body);
  }

  @Get(':id/judging')
  @Access('call.manage')
  @ApiOperation({
    operationId: 'getJudging',
    summary: 'Panel, conflicts, reviews and ranking of a call, blind',
  })
  async judged(@Param('id') id: string): Promise<JudgingView> {
    return this.judging.get(id);
  }

  /** Problems: `grants.ranked_already`. */
  @Post(':id/panel')
  @HttpCode(200)
  @Access('call.manage')
  @ApiOperation({ operationId: 'addPanelist', summary: 'Put somebody on the panel' })
  async addPanelist(
    @Param('id') id: string,
    @Body() { personId, team }: PanelistBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<JudgingView> {
    await this.assignments.addPanelist(once, me, id, personId, team);
    return this.judging.get(id);
  }

  /** Problems: `grants.panel_fixed`, `grants.ranked_already`. */
  @Delete(':id/panel/:personId')
  @HttpCode(200)
  @Access('call.manage')
  @ApiOperation({ operationId: 'removePanelist', summary: 'Take somebody without reviews off the panel' })
  async removePanelist(
    @Param('id') id: string,
    @Param('personId') personId: string,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<JudgingView> {
    await this.assignments.removePanelist(once, me, id, personId);
    return this.judging.get(id);
  }

  /** Problems: `grants.quorum_missing`, `grants.call_not_closed`, `draw.list_changed`. */
  @Post(':id/ranking')
  @HttpCode(200)
  @Access('call.manage')
  @ApiOperation({ operationId: 'rankCall', summary: 'Make the ranking; reviews stand still after it' })
  async rank(@Param('id') id: string, @Me() me: Actor, @OnceKey() once: Once): Promise<JudgingView> {
    await this.rankings.make(once, me, id);
    return this.judging.get(id);
  }

  /** Problems: `grants.call_incomplete`, `grants.applications_undecided`, `grants.awards_made`, `ledger.insufficient`. */
  @Post(':id/:verb')
  @HttpCode(200)
  @Access('call.manage')
  @ApiOperation({ operationId: 'moveCall', summary: 'Open, close, decide or cancel a call' })
  async act(@Param() { id, verb }: CallVerbParam, @Me() me: Actor, @OnceKey() once: Once): Promise<CallView> {
    return this.life.act(once, me, id, verb);
  }
}
