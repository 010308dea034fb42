import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/actor';
import { PageQuery } from '../../platform/http/page-query.dto';
import { OnceKey, type Once } from '../../platform/idempotency/idempotency';
import { Access, Me } from '../access';
import {
  CallApplicationAnswer,
  CallApplicationBody,
  CallApplicationPage,
  CallApplicationVerbParam,
  CallApplicationView,
} from './call-application.dto';
import { CallApplicationService } from './call-application.service';

@ApiTags('grants')
@Controller('api/v1')
export class CallApplicationController {
  constructor(private readonly applications: CallApplicationService) {}

  /** Problems: `grants.call_not_open`, `grants.applied_already`, `grants.over_request`, `enrollment.not_enrolled`. */
  @Post('calls/:id/applications')
  @Access('call.apply')
  @ApiOperation({ operationId: 'applyToCall', summary: 'Ask for a grant' })
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
    summary: 'Your applications to a call; all of them for those who judge',
  })
  async list(
    @Param('id') id: string,
    @Query() query: PageQuery,
    @Me() me: Actor,
  ): Promise<CallApplicationPage> {
    return this.applications.list(me, id, query);
  }

  /** Problems: `grants.over_budget`, `grants.reasons_missing`, `grants.call_not_closed`, `grants.own_application`. */
  @Post('call-applications/:id/:verb')
  @HttpCode(200)
  @Access('session.own')
  @ApiOperation({ operationId: 'moveCallApplication', summary: 'Withdraw, award or decline an application' })
  async act(
    @Param() { id, verb }: CallApplicationVerbParam,
    @Body() answer: CallApplicationAnswer,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<CallApplicationView> {
    return this.applications.act(once, me, id, verb, answer);
  }
}
