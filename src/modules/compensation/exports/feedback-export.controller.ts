import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { csvFile } from '../../../platform/http/csv';
import { Access, Me } from '../../access';
import { BoardColumnsQuery } from '../../feedback';
import { FEEDBACK_HEADER, FeedbackExportService } from './feedback-export.service';

@ApiTags('feedback')
@Controller('api/v1/feedback-export')
export class FeedbackExportController {
  constructor(private readonly exports: FeedbackExportService) {}

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
    return new StreamableFile(Readable.from(this.exports.json(me, filter)), {
      type: 'application/json; charset=utf-8',
      disposition: 'attachment; filename="feedback.json"',
    });
  }
}
