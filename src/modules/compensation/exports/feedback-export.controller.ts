import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { csvFile } from '../../../platform/http/csv';
import { jsonFile } from '../../../platform/http/json-file';
import { Access, Me } from '../../access';
import { BoardColumnsQuery } from '../../feedback';
import { AnswerExportService } from './answer-export.service';
import { FEEDBACK_HEADER, FeedbackExportService } from './feedback-export.service';

@ApiTags('feedback')
@Controller('api/v1/feedback-export')
export class FeedbackExportController {
  constructor(
    private readonly exports: FeedbackExportService,
    private readonly answers: AnswerExportService,
  ) {}

  @Get('feedback.csv')
  @Access('feedback.triage')
  @ApiOperation({
    operationId: 'downloadFeedback',
    summary: 'Feedback with its pay as CSV, by the filters of the board',
    description:
      'RFC 4180, UTF-8, heaviest first. Text that a spreadsheet would run as a formula begins with an apostrophe. What was filed without a name has a pseudonym and no clip.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  csv(@Me() me: Actor, @Query() filter: BoardColumnsQuery): StreamableFile {
    return csvFile('feedback.csv', [...FEEDBACK_HEADER], this.exports.rows(me, filter));
  }

  @Get('feedback.json')
  @Access('feedback.triage')
  @ApiOperation({ operationId: 'downloadFeedbackJson', summary: 'The same as a JSON array of objects' })
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { type: 'array', items: { type: 'object' } } })
  json(@Me() me: Actor, @Query() filter: BoardColumnsQuery): StreamableFile {
    return jsonFile('feedback.json', this.exports.objects(me, filter));
  }

  @Get('tasks/:id/answers.csv')
  @Access('task.manage')
  @ApiOperation({
    operationId: 'downloadTaskAnswers',
    summary:
      'What was handed in for a task as CSV: one row for each submission, one column for each question',
    description:
      'RFC 4180, UTF-8, newest first. The columns `answer.<key>` follow the form; a comparison has `answer.<key>.because` beside it. Text that a spreadsheet would run as a formula begins with an apostrophe.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async answersCsv(@Param('id') id: string): Promise<StreamableFile> {
    const { header, rows } = await this.answers.of(id);
    return csvFile(`answers-${id}.csv`, header, rows);
  }

  @Get('tasks/:id/answers.json')
  @Access('task.manage')
  @ApiOperation({
    operationId: 'downloadTaskAnswersJson',
    summary: 'The same as a JSON array of objects, with the answers as they were handed in',
  })
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { type: 'array', items: { type: 'object' } } })
  async answersJson(@Param('id') id: string): Promise<StreamableFile> {
    const { objects } = await this.answers.of(id);
    return jsonFile(`answers-${id}.json`, objects);
  }
}
