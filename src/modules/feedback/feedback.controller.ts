import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/actor';
import { OnceKey, type Once } from '../../platform/idempotency/idempotency';
import { Access, Me } from '../access';
import { FeedbackPage, FeedbackQuery, FeedbackStep, FeedbackStepInput, FeedbackView } from './feedback.dto';
import { FeedbackService } from './feedback.service';
import { FeedbackInput } from './intake/intake.dto';
import { IntakeService } from './intake/intake.service';
import { SimilarPage, SimilarQuery } from './similar/similar.dto';
import { SimilarService } from './similar/similar.service';
import { TriageService } from './triage.service';

@ApiTags('feedback')
@Controller('api/v1/feedback')
export class FeedbackController {
  constructor(
    private readonly feedback: FeedbackService,
    private readonly triage: TriageService,
    private readonly intake: IntakeService,
    private readonly similar: SimilarService,
  ) {}

  @Post()
  @Access('feedback.own')
  @ApiOperation({
    operationId: 'fileFeedback',
    summary: 'Report an issue, an idea, praise, harm, or a question of rights',
  })
  async file(@Me() me: Actor, @OnceKey() once: Once, @Body() input: FeedbackInput): Promise<FeedbackView> {
    return this.feedback.get(me, await this.intake.file(me, once, input));
  }

  @Get()
  @Access('session.own')
  @ApiOperation({
    operationId: 'listFeedback',
    summary: 'One’s own; for who triages what waits for a decision',
  })
  async list(@Me() me: Actor, @Query() query: FeedbackQuery): Promise<FeedbackPage> {
    return this.feedback.list(me, query);
  }

  @Get('similar')
  @Access('feedback.own')
  @ApiOperation({
    operationId: 'findSimilarFeedback',
    summary: 'What was said before and may be the same: to look at before sending',
  })
  async findSimilar(@Me() me: Actor, @Query() query: SimilarQuery): Promise<SimilarPage> {
    return this.similar.find(me, query);
  }

  @Get(':id')
  @Access('session.own')
  @ApiOperation({ operationId: 'getFeedback', summary: 'One item of feedback' })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<FeedbackView> {
    return this.feedback.get(me, id);
  }

  @Post(':id/answerInfo')
  @HttpCode(200)
  @Access('feedback.own')
  @ApiOperation({
    operationId: 'answerFeedbackInfo',
    summary: 'Answer the question that was asked about one’s own feedback',
  })
  async answerInfo(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() input: FeedbackStepInput,
  ): Promise<FeedbackView> {
    await this.triage.act(me, once, id, 'answerInfo', input);
    return this.feedback.get(me, id);
  }

  @Post(':id/:verb')
  @HttpCode(200)
  @Access('feedback.triage')
  @ApiOperation({
    operationId: 'moveFeedback',
    summary: 'Triage, accept, decline, merge, ask, plan, ship; the workflow says why not',
  })
  async act(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param() { id, verb }: FeedbackStep,
    @Body() input: FeedbackStepInput,
  ): Promise<FeedbackView> {
    await this.triage.act(me, once, id, verb, input);
    return this.feedback.get(me, id);
  }
}
