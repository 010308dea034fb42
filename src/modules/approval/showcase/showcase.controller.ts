import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { approvalRefusals } from '../contract';
import type { RoundVerb } from '../domain/showcase.workflow';
import {
  ROUND_STEPS,
  RoundDetail,
  RoundInput,
  RoundPage,
  RoundQuery,
  ShowcaseQuery,
  ShowcaseView,
} from './round.dto';
import { RoundsService } from './round.service';
import { ShowcaseService } from './showcase.service';

const known = (step: string): RoundVerb => {
  const found = ROUND_STEPS.find((name) => name === step);
  if (found === undefined) throw refusal(approvalRefusals, 'not_found', { step });
  return found;
};

@ApiTags('showcase')
@Controller('api/v1')
export class ShowcaseController {
  constructor(
    private readonly showcase: ShowcaseService,
    private readonly rounds: RoundsService,
  ) {}

  @Get('showcase')
  @Access('public.read')
  @ApiOperation({
    operationId: 'getShowcase',
    summary: 'What is shown now, and how evenly slots were spread',
  })
  async now(@Query() { programId }: ShowcaseQuery): Promise<ShowcaseView> {
    return this.showcase.now(programId);
  }

  @Get('showcase-rounds')
  @Access('public.read')
  @ApiOperation({
    operationId: 'listShowcaseRounds',
    summary: 'Rounds of the showcase with their rules, newest first',
  })
  async list(@Me() me: Actor, @Query() query: RoundQuery): Promise<RoundPage> {
    return this.showcase.list(query, me);
  }

  @Get('showcase-rounds/:id')
  @Access('public.read')
  @ApiOperation({
    operationId: 'getShowcaseRound',
    summary: 'One round: its list, the order, and what became of each entry',
  })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<RoundDetail> {
    return this.showcase.get(id, me);
  }

  @Post('showcase-rounds')
  @Access('showcase.manage')
  @ApiOperation({
    operationId: 'planShowcaseRound',
    summary: 'Publish the rules of a round, and for a draw the hash of its seed',
  })
  async plan(@Me() me: Actor, @Body() input: RoundInput, @OnceKey() once: Once): Promise<RoundDetail> {
    const { id } = await this.rounds.plan(once, me, input);
    return this.showcase.get(id, me);
  }

  @Post('showcase-rounds/:id/steps/:step')
  @HttpCode(200)
  @Access('showcase.manage')
  @ApiParam({ name: 'step', enum: ROUND_STEPS })
  @ApiOperation({
    operationId: 'takeShowcaseStep',
    summary: 'Close the list, fill the slots (each is a licence and paid), or cancel the round',
  })
  async take(
    @Me() me: Actor,
    @Param('id') id: string,
    @Param('step') step: string,
    @OnceKey() once: Once,
  ): Promise<RoundDetail> {
    await this.rounds.take(once, me, id, known(step));
    return this.showcase.get(id, me);
  }
}
