import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../kernel/actor';
import { namedUploadOf } from '../../../platform/http/upload';
import { BlobStore } from '../../../platform/storage/blob-store';
import { sendBlob } from '../../../platform/storage/send-blob';
import { Access, Me } from '../../access';
import { LARGEST_ATTACHMENT } from '../domain/attachment';
import { FeedbackFileView } from './feedback-file.dto';
import { FeedbackFileService } from './feedback-file.service';

const binary = { schema: { type: 'string', format: 'binary' } };

@ApiTags('feedback')
@Controller('api/v1/feedback-files')
export class FeedbackFileController {
  constructor(
    private readonly files: FeedbackFileService,
    private readonly blobs: BlobStore,
  ) {}

  /** A form with one file. Problems: `feedback.file_unfit`, `feedback.too_many`, `input.upload_missing`. */
  @Post()
  @Access('feedback.files')
  @ApiOperation({
    operationId: 'uploadFeedbackFile',
    summary: 'Keep a picture, PDF, text or MP4 to go with feedback or a task',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: binary.schema } } as object })
  @ApiCreatedResponse({ type: FeedbackFileView })
  async keep(@Me() me: Actor, @Req() request: FastifyRequest): Promise<FeedbackFileView> {
    const { name, content } = await namedUploadOf(request, LARGEST_ATTACHMENT);
    return this.files.keep(me, name, content);
  }

  @Get(':id')
  @Access('session.own')
  @ApiOperation({ operationId: 'getFeedbackFile', summary: 'A file of feedback or of a task' })
  @ApiOkResponse({ content: { '*/*': binary } })
  async get(
    @Me() me: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { key, name: fileName, contentType } = await this.files.shown(me, id);
    const isDownload = !/^(image|video)\//.test(contentType);
    await sendBlob(this.blobs, request, reply, { key, fileName, isPublic: false, isDownload });
  }
}
