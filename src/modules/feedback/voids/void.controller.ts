import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { VoidInput, VoidPage, VoidQuery, VoidStep, VoidStepInput, VoidView } from './void.dto';
import { VoidService } from './void.service';

@ApiTags('feedback')
@Controller('api/v1/feedback-voids')
export class VoidController {
  constructor(private readonly voids: VoidService) {}

  @Post()
  @Access('feedback.triage')
  @ApiOperation({
    operationId: 'proposeVoid',
    summary: 'Propose to take back pay for accepted work; another person confirms',
  })
  async propose(@Me() me: Actor, @OnceKey() once: Once, @Body() input: VoidInput): Promise<VoidView> {
    return this.voids.get(me, await this.voids.propose(me, once, input));
  }

  @Get()
  @Access('feedback.triage')
  @ApiOperation({ operationId: 'listVoids', summary: 'Pay taken back or about to be, newest first' })
  async list(@Me() me: Actor, @Query() query: VoidQuery): Promise<VoidPage> {
    return this.voids.list(me, query);
  }

  @Get(':id')
  @Access('feedback.triage')
  @ApiOperation({ operationId: 'getVoid', summary: 'One of them' })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<VoidView> {
    return this.voids.get(me, id);
  }

  @Post(':id/:verb')
  @HttpCode(200)
  @Access('feedback.triage')
  @ApiOperation({
    operationId: 'moveVoid',
    summary: 'Confirm as the second person, or drop',
  })
  async act(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param() { id, verb }: VoidStep,
    @Body() input: VoidStepInput,
  ): Promise<VoidView> {
    await this.voids.act(me, once, id, verb, input.answer);
    return this.voids.get(me, id);
  }
}
