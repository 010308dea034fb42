import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { BulkInput, BulkPreview, BulkView } from './bulk.dto';
import { BulkService } from './bulk.service';

@ApiTags('approval')
@Controller('api/v1/review-batches')
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  @Post('preview')
  @HttpCode(200)
  @Access('submission.review')
  @ApiOperation({
    operationId: 'previewReviewBatch',
    summary: 'What one verdict over several submissions would do to each; does nothing',
  })
  async preview(@Me() me: Actor, @Body() input: BulkInput): Promise<BulkPreview> {
    return this.bulk.preview(me, input);
  }

  @Post()
  @Access('submission.review')
  @ApiOperation({
    operationId: 'createReviewBatch',
    summary: 'Give one verdict over up to fifty submissions, each answered by itself',
  })
  async act(@Me() me: Actor, @OnceKey() once: Once, @Body() input: BulkInput): Promise<BulkView> {
    return this.bulk.act(me, once, input);
  }

  @Get(':id')
  @Access('submission.review')
  @ApiOperation({ operationId: 'getReviewBatch', summary: 'What came of a batch of one’s own' })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<BulkView> {
    return this.bulk.get(me, id);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Access('submission.review')
  @ApiOperation({
    operationId: 'undoReviewBatch',
    summary: 'Take a batch back as a whole; what has left already is named',
  })
  async undo(@Me() me: Actor, @Param('id') id: string): Promise<BulkView> {
    return this.bulk.undo(me, id);
  }
}
