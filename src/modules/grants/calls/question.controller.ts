import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { AnswerBody, QuestionBody, QuestionPage, QuestionView } from './question.dto';
import { QuestionService } from './question.service';

@ApiTags('grants')
@Controller('api/v1')
export class QuestionController {
  constructor(private readonly questions: QuestionService) {}

  @Get('calls/:id/questions')
  @Access('public.read')
  @ApiOperation({ operationId: 'listCallQuestions', summary: 'Questions about a call and their answers' })
  async list(@Param('id') id: string, @Query() query: PageQuery): Promise<QuestionPage> {
    return this.questions.list(id, query);
  }

  /** Problems: `grants.call_not_open`. */
  @Post('calls/:id/questions')
  @Access('call.apply')
  @ApiOperation({ operationId: 'askAboutCall', summary: 'Ask in public, without your name' })
  async ask(
    @Param('id') id: string,
    @Body() { question }: QuestionBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<QuestionView> {
    return this.questions.ask(once, me, id, question);
  }

  @Post('call-questions/:id/answer')
  @HttpCode(200)
  @Access('call.manage')
  @ApiOperation({ operationId: 'answerCallQuestion', summary: 'Answer in public' })
  async answer(
    @Param('id') id: string,
    @Body() { answer }: AnswerBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<QuestionView> {
    return this.questions.answer(once, me, id, answer);
  }
}
