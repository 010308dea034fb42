import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { BlobStore } from '../../../platform/storage/blob-store';
import { sendBlob } from '../../../platform/storage/send-blob';
import { Access, Me } from '../../access';
import { fileView } from '../files/file.dto';
import { FileService } from '../files/file.service';
import {
  ApplicationReviewBody,
  ApplicationReviewPage,
  ApplicationReviewParam,
  ApplicationReviewQuery,
  ApplicationReviewView,
} from './review.dto';
import { ReviewService } from './review.service';
import { ReviewingService } from './reviewing.service';

@ApiTags('applications')
@Controller('api/v1/application-reviews')
export class ApplicationReviewController {
  constructor(
    private readonly reviews: ReviewService,
    private readonly reading: ReviewingService,
    private readonly files: FileService,
    private readonly blobs: BlobStore,
  ) {}

  @Get()
  @Access('application.score')
  @ApiOperation({
    operationId: 'listApplicationReviews',
    summary: 'Applications you were asked to score, blind',
  })
  async list(@Query() query: ApplicationReviewQuery, @Me() me: Actor): Promise<ApplicationReviewPage> {
    const { items, next } = await this.reading.mine(me, query);
    return { items: [...items], next };
  }

  @Get(':id')
  @Access('application.score')
  @ApiOperation({ operationId: 'getApplicationReview', summary: 'One application to score, blind' })
  async get(@Param('id') id: string, @Me() me: Actor): Promise<ApplicationReviewView> {
    return this.reading.get(me, id);
  }

  /** Always as a download, without the name that its sender gave it. Problems: `enrollment.file_changed`. */
  @Get(':id/files/:fileId')
  @Access('application.score')
  @ApiOperation({ operationId: 'getReviewedFile', summary: 'A file of an application you score' })
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async file(
    @Param('id') id: string,
    @Param('fileId') fileId: string,
    @Me() me: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { applicationId } = await this.reading.opened(me, id);
    const file = await this.files.intact(applicationId, fileId);
    void reply.header('content-security-policy', "sandbox; default-src 'none'");
    const { key } = file;
    await sendBlob(this.blobs, request, reply, {
      key,
      fileName: fileView(file, true).name,
      isPublic: false,
      isDownload: true,
    });
  }

  /** Problems: `enrollment.scores_missing`, `enrollment.review_over`, `enrollment.rubric_missing`. */
  @Post(':id/:verb')
  @HttpCode(200)
  @Access('application.score')
  @ApiOperation({ operationId: 'moveApplicationReview', summary: 'Complete, change, or recuse yourself' })
  async act(
    @Param() { id, verb }: ApplicationReviewParam,
    @Body() body: ApplicationReviewBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<ApplicationReviewView> {
    return this.reviews.act(once, me, id, verb, body);
  }
}
