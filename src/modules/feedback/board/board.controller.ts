import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import { FeedbackPage, FeedbackView } from '../feedback.dto';
import { FeedbackService } from '../feedback.service';
import { BoardColumnsQuery, BoardQuery, BoardView, TagList, TagsInput, TagsQuery } from './board.dto';
import { BoardService } from './board.service';

@ApiTags('feedback')
@Controller('api/v1')
export class BoardController {
  constructor(
    private readonly board: BoardService,
    private readonly feedback: FeedbackService,
  ) {}

  @Get('feedback-board')
  @Access('feedback.triage')
  @ApiOperation({
    operationId: 'getFeedbackBoard',
    summary: 'All feedback by state, heaviest first, with counts',
  })
  async columns(@Me() me: Actor, @Query() query: BoardColumnsQuery): Promise<BoardView> {
    return this.board.columns(me, query);
  }

  @Get('feedback-board/items')
  @Access('feedback.triage')
  @ApiOperation({ operationId: 'listFeedbackBoard', summary: 'What fits the filters, heaviest first' })
  async list(@Me() me: Actor, @Query() query: BoardQuery): Promise<FeedbackPage> {
    return this.board.list(me, query);
  }

  @Get('feedback-board/tags')
  @Access('feedback.triage')
  @ApiOperation({ operationId: 'listFeedbackTags', summary: 'Tags in use, most used first' })
  async tags(@Query() { programId }: TagsQuery): Promise<TagList> {
    return this.board.tags(programId);
  }

  @Put('feedback/:id/tags')
  @Access('feedback.triage')
  @ApiOperation({ operationId: 'setFeedbackTags', summary: 'Put these tags in place of those it has' })
  async setTags(@Me() me: Actor, @Param('id') id: string, @Body() input: TagsInput): Promise<FeedbackView> {
    await this.board.setTags(me, id, input.tags);
    return this.feedback.get(me, id);
  }
}
