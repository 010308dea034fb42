import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import {
  ApplicationBody,
  ApplicationDraftBody,
  ApplicationListQuery,
  ApplicationPage,
  ApplicationVerbBody,
  ApplicationVerbParam,
  ApplicationView,
} from './application.dto';
import { ApplicationService } from './application.service';
import { SelectionService } from './selection.service';
import { WritingService } from './writing.service';

@ApiTags('applications')
@Controller('api/v1')
export class ApplicationController {
  constructor(
    private readonly applications: ApplicationService,
    private readonly selection: SelectionService,
    private readonly writing: WritingService,
  ) {}

  /**
   * Problems: `enrollment.programme_not_open`, `enrollment.too_late`, `enrollment.already_applied`,
   * `enrollment.answers_invalid`, `enrollment.not_eligible`.
   */
  @Post('programs/:id/applications')
  @Access('application.own')
  @ApiOperation({ operationId: 'applyToProgram', summary: 'Ask to join a programme' })
  async apply(
    @Param('id') id: string,
    @Body() body: ApplicationBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<ApplicationView> {
    return this.writing.apply(once, me, id, body);
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
   * With `draft: false` it is handed in as it was saved. Problems: `enrollment.application_fixed`,
   * `enrollment.changed_meanwhile`, `enrollment.too_late`, `enrollment.answers_invalid`, `enrollment.not_eligible`.
   */
  @Put('applications/:id')
  @Access('enrollment.own')
  @ApiOperation({ operationId: 'saveApplication', summary: 'Save a draft' })
  async save(
    @Param('id') id: string,
    @Body() body: ApplicationDraftBody,
    @Me() me: Actor,
  ): Promise<ApplicationView> {
    return this.writing.save(me, id, body);
  }

  /**
   * Problems: `enrollment.own_application`, `enrollment.reasons_missing`, `enrollment.programme_full`,
   * `enrollment.reviews_missing`, `enrollment.decided_otherwise`, `enrollment.programme_not_open`, `enrollment.too_late`,
   * `enrollment.wrong_state`, `enrollment.not_allowed`.
   */
  @Post('applications/:id/:verb')
  @HttpCode(200)
  @Access('application.own')
  @ApiOperation({
    operationId: 'moveApplication',
    summary: 'Submit, take back, withdraw, review, invite, waitlist or decline',
  })
  async act(
    @Param() { id, verb }: ApplicationVerbParam,
    @Body() body: ApplicationVerbBody,
    @Me() me: Actor,
  ): Promise<ApplicationView> {
    return this.selection.act(me, id, verb, body);
  }
}
