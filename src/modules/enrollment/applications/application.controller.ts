import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import {
  ApplicationBody,
  ApplicationListQuery,
  ApplicationPage,
  ApplicationVerbBody,
  ApplicationVerbParam,
  ApplicationView,
} from './application.dto';
import { ApplicationService } from './application.service';
import { SelectionService } from './selection.service';

@ApiTags('applications')
@Controller('api/v1')
export class ApplicationController {
  constructor(
    private readonly applications: ApplicationService,
    private readonly selection: SelectionService,
  ) {}

  /** Problems: `enrollment.programme_not_open`, `enrollment.already_applied`. */
  @Post('programs/:id/applications')
  @Access('application.own')
  @ApiOperation({ operationId: 'applyToProgram', summary: 'Ask to join a programme' })
  async apply(
    @Param('id') id: string,
    @Body() body: ApplicationBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<ApplicationView> {
    return this.applications.apply(once, me, id, body);
  }

  @Get('applications')
  @Access('application.own')
  @ApiOperation({ operationId: 'listApplications', summary: 'My applications, or all for those who select' })
  async list(@Query() query: ApplicationListQuery, @Me() me: Actor): Promise<ApplicationPage> {
    const { items, next } = await this.applications.list(me, query);
    return { items: [...items], next };
  }

  /** Problems: `enrollment.not_found`. */
  @Get('applications/:id')
  @Access('application.own')
  @ApiOperation({ operationId: 'getApplication', summary: 'One application' })
  async get(@Param('id') id: string, @Me() me: Actor): Promise<ApplicationView> {
    return this.applications.get(me, id);
  }

  /**
   * Problems: `enrollment.own_application`, `enrollment.reasons_missing`, `enrollment.programme_full`,
   * `enrollment.programme_not_open`, `enrollment.wrong_state`, `enrollment.not_allowed`.
   */
  @Post('applications/:id/:verb')
  @HttpCode(200)
  @Access('application.own')
  @ApiOperation({
    operationId: 'moveApplication',
    summary: 'Submit, withdraw, review, invite, waitlist or decline',
  })
  async act(
    @Param() { id, verb }: ApplicationVerbParam,
    @Body() body: ApplicationVerbBody,
    @Me() me: Actor,
  ): Promise<ApplicationView> {
    return this.selection.act(me, id, verb, body);
  }
}
