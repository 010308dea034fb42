import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { ApplicationViewService } from './application-view.service';
import {
  CallApplicationAnswer,
  CallApplicationBody,
  CallApplicationPage,
  CallApplicationVerbParam,
  CallApplicationView,
} from './call-application.dto';
import { CallApplicationService } from './call-application.service';
import { DecisionService } from './decision.service';
import { FinalistService } from './finalist.service';

const JUDGED = ['award', 'reserve', 'decline', 'revise'];

@ApiTags('grants')
@Controller('api/v1')
export class CallApplicationController {
  constructor(
    private readonly applications: CallApplicationService,
    private readonly decisions: DecisionService,
    private readonly finalists: FinalistService,
    private readonly views: ApplicationViewService,
  ) {}

  /** Problems: `grants.call_not_open`, `grants.applied_already`, `grants.over_request`, `enrollment.not_enrolled`. */
  @Post('calls/:id/applications')
  @Access('call.apply')
  @ApiOperation({
    operationId: 'applyToCall',
    summary: 'Ask for a grant; keeps a draft unless `submit` is set',
  })
  async apply(
    @Param('id') id: string,
    @Body() body: CallApplicationBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<CallApplicationView> {
    return this.applications.apply(once, me, id, body);
  }

  @Get('calls/:id/applications')
  @Access('session.own')
  @ApiOperation({
    operationId: 'listCallApplications',
    summary: 'Your applications to a call; all of them, blind, for those who judge',
  })
  async list(
    @Param('id') id: string,
    @Query() query: PageQuery,
    @Me() me: Actor,
  ): Promise<CallApplicationPage> {
    return this.views.list(me, id, query);
  }

  @Get('call-applications')
  @Access('call.apply')
  @ApiOperation({ operationId: 'listMyCallApplications', summary: 'Your applications to every call' })
  async mine(@Query() query: PageQuery, @Me() me: Actor): Promise<CallApplicationPage> {
    return this.views.mine(me, query);
  }

  @Get('call-applications/:id')
  @Access('session.own')
  @ApiOperation({ operationId: 'getCallApplication', summary: 'One application' })
  async get(@Param('id') id: string, @Me() me: Actor): Promise<CallApplicationView> {
    return this.views.get(me, id);
  }

  /** Problems: `grants.application_locked`, `grants.call_not_open`, `grants.lines_do_not_add_up`. */
  @Put('call-applications/:id')
  @Access('call.apply')
  @ApiOperation({ operationId: 'updateCallApplication', summary: 'Rewrite a draft' })
  async update(
    @Param('id') id: string,
    @Body() body: CallApplicationBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<CallApplicationView> {
    return this.applications.update(once, me, id, body);
  }

  /** Problems: `grants.finalists_full`, `grants.over_budget`. */
  @Post('call-applications/:id/finalist')
  @HttpCode(200)
  @Access('call.manage')
  @ApiOperation({ operationId: 'nameFinalist', summary: 'Name a finalist; the stipend is earned at once' })
  async finalist(
    @Param('id') id: string,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<CallApplicationView> {
    await this.finalists.name(once, me, id);
    return this.views.get(me, id);
  }

  /** Problems: `grants.over_budget`, `grants.reasons_missing`, `grants.quorum_missing`, `grants.departure_unexplained`. */
  @Post('call-applications/:id/:verb')
  @HttpCode(200)
  @Access('session.own')
  @ApiOperation({
    operationId: 'moveCallApplication',
    summary: 'Hand in, take back, withdraw; award, reserve, decline or revise',
  })
  async act(
    @Param() { id, verb }: CallApplicationVerbParam,
    @Body() answer: CallApplicationAnswer,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<CallApplicationView> {
    if (!JUDGED.includes(verb)) return this.applications.act(once, me, id, verb);
    await this.views.get(me, id);
    await this.decisions.act(once, me, id, verb, answer);
    return this.views.get(me, id);
  }
}
