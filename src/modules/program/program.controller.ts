import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../kernel/actor';
import { MoneyInput } from '../../platform/http/money.dto';
import { OnceKey, type Once } from '../../platform/idempotency/idempotency';
import { Access, Me } from '../access';
import { FundingService } from './funding.service';
import { LifecycleService } from './lifecycle.service';
import {
  FundingView,
  ProgramFundView,
  ProgramBody,
  ProgramListQuery,
  ProgramPage,
  ProgramVerbParam,
  ProgramView,
} from './program.dto';

@ApiTags('programs')
@Controller('api/v1/programs')
export class ProgramController {
  constructor(
    private readonly lifecycle: LifecycleService,
    private readonly funding: FundingService,
  ) {}

  @Get()
  @Access('program.read')
  @ApiOperation({ operationId: 'listPrograms', summary: 'Programmes, newest first' })
  async list(@Query() query: ProgramListQuery, @Me() me: Actor): Promise<ProgramPage> {
    const { items, next } = await this.lifecycle.list(me, query);
    return { items: [...items], next };
  }

  /** Problems: `program.slug_taken`, `program.dates_reversed`. */
  @Post()
  @Access('program.manage')
  @ApiOperation({ operationId: 'createProgram', summary: 'Prepare a programme' })
  async create(@Body() body: ProgramBody, @Me() me: Actor, @OnceKey() once: Once): Promise<ProgramView> {
    return this.lifecycle.create(once, me, body);
  }

  /** Problems: `program.not_found`. */
  @Get(':id')
  @Access('program.read')
  @ApiOperation({
    operationId: 'getProgram',
    summary: 'A programme, by id or slug, with the versions in force',
  })
  async get(
    @Param('id') id: string,
    @Me() me: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProgramView> {
    const view = await this.lifecycle.get(me, id);
    void reply.header('etag', view.etag);
    return view;
  }

  /** Problems: `program.currency_mismatch`, `program.not_found`. */
  @Post(':id/funding')
  @Access('program.fund')
  @ApiOperation({ operationId: 'fundProgram', summary: 'Book money that came into the fund' })
  async fund(
    @Param('id') id: string,
    @Body() body: MoneyInput,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<FundingView> {
    return this.funding.fund(once, me, id, body);
  }

  /** Problems: `program.not_found`. */
  @Get(':id/fund')
  @Access('payout.read')
  @ApiOperation({ operationId: 'getFund', summary: 'What the programme has to pay with' })
  async fundBalance(@Param('id') id: string): Promise<ProgramFundView> {
    return this.funding.balance(id);
  }

  /** Problems: `program.programme_incomplete`, `program.wrong_state`, `program.not_found`. */
  @Post(':id/:verb')
  @HttpCode(200)
  @Access('program.manage')
  @ApiOperation({ operationId: 'moveProgram', summary: 'Open, start, close or finish a programme' })
  async act(@Param() { id, verb }: ProgramVerbParam, @Me() me: Actor): Promise<ProgramView> {
    return this.lifecycle.act(me, id, verb);
  }
}
