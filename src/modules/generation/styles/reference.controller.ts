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
import { BlobStore } from '../../../platform/storage/blob-store';
import { sendBlob } from '../../../platform/storage/send-blob';
import { Access, Me } from '../../access';
import { PICTURE_TYPES } from '../domain/provider';
import { ReferenceView } from './reference.dto';
import { ReferenceService } from './reference.service';

const picture = { schema: { type: 'string', format: 'binary' } };

@ApiTags('styles')
@Controller('api/v1/references')
export class ReferenceController {
  constructor(
    private readonly references: ReferenceService,
    private readonly blobs: BlobStore,
  ) {}

  /** The body is the picture itself. Problems: `generation.bad_picture`. */
  @Post()
  @Access('generation.own')
  @ApiOperation({ operationId: 'uploadReference', summary: 'Keep a picture that clips may start from' })
  @ApiConsumes(...PICTURE_TYPES)
  @ApiBody({ schema: picture.schema })
  @ApiCreatedResponse({ type: ReferenceView })
  async keep(@Me() me: Actor, @Req() { body }: FastifyRequest): Promise<ReferenceView> {
    return this.references.keep(me, body);
  }

  @Get(':id')
  @Access('generation.own')
  @ApiOperation({ operationId: 'getReference', summary: 'An own picture' })
  @ApiOkResponse({ content: { 'image/*': picture } })
  async get(
    @Me() me: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { key } = await this.references.shown(me, id);
    await sendBlob(this.blobs, request, reply, { key, fileName: id, isPublic: false, isDownload: false });
  }
}
