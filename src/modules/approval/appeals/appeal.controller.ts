import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import {
  AppealInput,
  AppealMessageInput,
  AppealPage,
  AppealQuery,
  AppealStep,
  AppealStepInput,
  AppealView,
} from './appeal.dto';
import { AppealsService } from './appeal.service';

@ApiTags('approval')
@Controller('api/v1')
export class AppealController {
  constructor(private readonly appeals: AppealsService) {}

  @Post('submissions/:id/appeals')
  @Access('appeal.own')
  @ApiOperation({ operationId: 'fileAppeal', summary: 'Ask for a second look by another person' })
  async file(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') submissionId: string,
    @Body() { grounds }: AppealInput,
  ): Promise<AppealView> {
    return this.appeals.file(me, once, submissionId, grounds);
  }

  @Get('appeals')
  @Access('session.own')
  @ApiOperation({ operationId: 'listAppeals', summary: 'One’s own; for reviewers what waits for a hearing' })
  async list(@Me() me: Actor, @Query() query: AppealQuery): Promise<AppealPage> {
    return this.appeals.list(me, query);
  }

  @Get('appeals/:id')
  @Access('session.own')
  @ApiOperation({ operationId: 'getAppeal', summary: 'One appeal' })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<AppealView> {
    return this.appeals.get(me, id);
  }

  @Post('appeals/:id/messages')
  @HttpCode(200)
  @Access('session.own')
  @ApiOperation({
    operationId: 'writeInAppeal',
    summary: 'Say something to the other side: its artist, and whoever hears it',
  })
  async write(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() { body }: AppealMessageInput,
  ): Promise<AppealView> {
    return this.appeals.write(me, once, id, body);
  }

  @Post('appeals/:id/:verb')
  @HttpCode(200)
  @Access('session.own')
  @ApiOperation({
    operationId: 'moveAppeal',
    summary: 'Take an appeal, answer it with reasons, or withdraw it',
  })
  async act(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param() { id, verb }: AppealStep,
    @Body() { reasons }: AppealStepInput,
  ): Promise<AppealView> {
    return this.appeals.act(me, once, id, verb, reasons);
  }
}
