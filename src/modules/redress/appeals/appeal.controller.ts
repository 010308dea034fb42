import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Idempotency, OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import {
  HearingInput,
  HearingListQuery,
  HearingMessageInput,
  HearingPage,
  HearingStep,
  HearingStepInput,
  HearingView,
} from './appeal.dto';
import { AppealsService } from './appeal.service';
import { HearingsService } from './hearing.service';

@ApiTags('redress')
@Controller('api/v1')
export class HearingController {
  constructor(
    private readonly appeals: AppealsService,
    private readonly hearings: HearingsService,
    private readonly idempotency: Idempotency,
  ) {}

  @Post('reasons/:id/appeals')
  @Access('appeal.own')
  @ApiOperation({ operationId: 'appealReasons', summary: 'Ask for a second look by another person' })
  async file(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') statementId: string,
    @Body() { grounds }: HearingInput,
  ): Promise<HearingView> {
    const { id } = await this.idempotency.run(once, async (tx) => ({
      id: await this.appeals.file(tx, me, statementId, grounds),
    }));
    return this.hearings.get(me, id);
  }

  @Get('hearings')
  @Access('session.own')
  @ApiOperation({ operationId: 'listHearings', summary: 'My appeals; for staff what waits for a hearing' })
  async list(@Me() me: Actor, @Query() query: HearingListQuery): Promise<HearingPage> {
    return this.hearings.list(me, query);
  }

  @Get('hearings/:id')
  @Access('session.own')
  @ApiOperation({ operationId: 'getHearing', summary: 'One appeal, with what is appealed and what was said' })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<HearingView> {
    return this.hearings.get(me, id);
  }

  @Post('hearings/:id/messages')
  @Access('session.own')
  @ApiOperation({ operationId: 'writeInHearing', summary: 'Say something to the other side' })
  async write(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() { body }: HearingMessageInput,
  ): Promise<HearingView> {
    await this.hearings.get(me, id);
    await this.idempotency.run(once, async (tx) => {
      await this.appeals.write(tx, me, id, body);
      return { id };
    });
    return this.hearings.get(me, id);
  }

  @Post('hearings/:id/:verb')
  @HttpCode(200)
  @Access('session.own')
  @ApiOperation({
    operationId: 'moveHearing',
    summary: 'Take an appeal, answer it with reasons, or withdraw it',
  })
  async act(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param() { id, verb }: HearingStep,
    @Body() { reasons }: HearingStepInput,
  ): Promise<HearingView> {
    await this.hearings.get(me, id);
    await this.idempotency.run(once, async (tx) => {
      await this.appeals.act(tx, me, id, verb, reasons);
      return { id };
    });
    return this.hearings.get(me, id);
  }
}
