import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { PrecedentService } from './precedent.service';
import { QuestionService } from './question.service';
import {
  PrecedentPage,
  PrecedentQuery,
  PrecedentView,
  MayIQuestionBody,
  QuestionListQuery,
  MayIQuestionPage,
  MayIQuestionView,
  RulingBody,
  RulingNumbersView,
} from './ruling.dto';
import { RulingService } from './ruling.service';

@ApiTags('rulings')
@Controller('api/v1')
export class RulingController {
  constructor(
    private readonly questions: QuestionService,
    private readonly answers: RulingService,
    private readonly precedents: PrecedentService,
  ) {}

  @Get('rulings')
  @Access('public.read')
  @ApiOperation({ operationId: 'searchRulings', summary: 'What was ruled, without names; searchable' })
  async search(@Query() query: PrecedentQuery): Promise<PrecedentPage> {
    return this.precedents.search(query);
  }

  @Get('rulings/numbers')
  @Access('public.read')
  @ApiOperation({
    operationId: 'countRulings',
    summary: 'How many questions were answered, and how many in time',
  })
  async numbers(@Query() { programId }: QuestionListQuery): Promise<RulingNumbersView> {
    return this.precedents.numbers(programId);
  }

  /** Problems: `enrollment.not_found`. */
  @Get('rulings/:id')
  @Access('public.read')
  @ApiOperation({ operationId: 'getRuling', summary: 'One ruling, without names' })
  async precedent(@Param('id') id: string): Promise<PrecedentView> {
    return this.precedents.get(id);
  }

  @Get('questions')
  @Access('ruling.own')
  @ApiOperation({ operationId: 'listQuestions', summary: 'My questions, newest first' })
  async mine(@Query() query: QuestionListQuery, @Me() me: Actor): Promise<MayIQuestionPage> {
    return this.questions.mine(me, query);
  }

  /** Problems: `enrollment.not_enrolled`, `enrollment.clause_unknown`. */
  @Post('questions')
  @Access('ruling.own')
  @ApiOperation({ operationId: 'askQuestion', summary: 'Ask “May I?”' })
  async ask(
    @Body() body: MayIQuestionBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<MayIQuestionView> {
    return this.questions.get(me, await this.questions.ask(once, me, body));
  }

  @Get('questions/queue')
  @Access('ruling.decide')
  @ApiOperation({
    operationId: 'listQuestionQueue',
    summary: 'What waits for a ruling, the most urgent first',
  })
  async queue(@Query() query: QuestionListQuery, @Me() me: Actor): Promise<MayIQuestionPage> {
    return this.questions.queue(me, query);
  }

  /** Problems: `enrollment.not_found`. */
  @Get('questions/:id')
  @Access('application.own')
  @ApiOperation({ operationId: 'getQuestion', summary: 'One question, to whoever asked it or rules' })
  async get(@Param('id') id: string, @Me() me: Actor): Promise<MayIQuestionView> {
    return this.questions.get(me, id);
  }

  /**
   * Problems: `enrollment.own_ruling`, `enrollment.conditions_missing`, `enrollment.precedent_missing`,
   * `enrollment.precedent_names_somebody`, `enrollment.wrong_state`.
   */
  @Post('questions/:id/rule')
  @HttpCode(200)
  @Access('ruling.decide')
  @ApiOperation({ operationId: 'ruleOnQuestion', summary: 'Rule: yes, no, or yes with conditions' })
  async rule(@Param('id') id: string, @Body() body: RulingBody, @Me() me: Actor): Promise<MayIQuestionView> {
    await this.answers.rule(me, id, body);
    return this.questions.get(me, id);
  }

  /** Problems: `enrollment.wrong_state`, `enrollment.not_found`. */
  @Post('questions/:id/withdraw')
  @HttpCode(200)
  @Access('ruling.own')
  @ApiOperation({ operationId: 'withdrawQuestion', summary: 'Take a question back' })
  async withdraw(@Param('id') id: string, @Me() me: Actor): Promise<MayIQuestionView> {
    await this.answers.withdraw(me, id);
    return this.questions.get(me, id);
  }
}
