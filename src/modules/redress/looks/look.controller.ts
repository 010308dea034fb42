import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Idempotency, OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import {
  LookListQuery,
  LookNumbersQuery,
  LookNumbersView,
  LookPage,
  LookStep,
  LookStepInput,
  LookView,
} from './look.dto';
import { LookNumbersService } from './look-numbers.service';
import { LooksService } from './look.service';

@ApiTags('redress')
@Controller('api/v1/second-looks')
export class LookController {
  constructor(
    private readonly looks: LooksService,
    private readonly numbers: LookNumbersService,
    private readonly idempotency: Idempotency,
  ) {}

  @Get()
  @Access('look.decide')
  @ApiOperation({
    operationId: 'listSecondLooks',
    summary: 'Decisions that wait for somebody outside of the line',
  })
  async list(@Me() me: Actor, @Query() query: LookListQuery): Promise<LookPage> {
    return this.looks.list(me, query);
  }

  @Get('numbers')
  @Access('public.read')
  @ApiOperation({
    operationId: 'getSecondLookNumbers',
    summary: 'How many second looks there were, and what came of them',
  })
  async count(@Query() { programId }: LookNumbersQuery): Promise<LookNumbersView> {
    return this.numbers.of(programId ?? null);
  }

  @Get(':id')
  @Access('look.decide')
  @ApiOperation({ operationId: 'getSecondLook', summary: 'One second look' })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<LookView> {
    return this.looks.get(me, id);
  }

  @Post(':id/:verb')
  @HttpCode(200)
  @Access('look.decide')
  @ApiOperation({
    operationId: 'decideSecondLook',
    summary: 'Confirm a decision, or reject it, with reasons',
  })
  async act(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param() { id, verb }: LookStep,
    @Body() { reasons }: LookStepInput,
  ): Promise<LookView> {
    await this.idempotency.run(once, async (tx) => {
      await this.looks.act(tx, me, id, verb, reasons);
      return { id };
    });
    return this.looks.get(me, id);
  }
}
