import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../kernel/actor';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { BlobStore } from '../../../platform/storage/blob-store';
import { sendBlob } from '../../../platform/storage/send-blob';
import { Access, Me } from '../../access';
import { ArchivePage, ArchiveView } from './archive.dto';
import { ArchiveService } from './archive.service';

@ApiTags('archives')
@Controller('api/v1/archives')
export class ArchiveController {
  constructor(
    private readonly archives: ArchiveService,
    private readonly blobs: BlobStore,
  ) {}

  @Get()
  @Access('archive.own')
  @ApiOperation({ operationId: 'listArchives', summary: 'Your archives, newest first' })
  async list(@Me() me: Actor, @Query() query: PageQuery): Promise<ArchivePage> {
    return this.archives.list(me, query);
  }

  /** Also after leaving. One that is being made is answered again instead of a second one. */
  @Post()
  @Access('archive.own')
  @ApiOperation({
    operationId: 'createArchive',
    summary: 'Put everything of yours into one ZIP file: works, terms, statements, feedback, decisions',
  })
  async create(@Me() me: Actor, @OnceKey() once: Once): Promise<ArchiveView> {
    return this.archives.create(me, once);
  }

  @Get(':id')
  @Access('archive.own')
  @ApiOperation({ operationId: 'getArchive', summary: 'How far one of your archives is' })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<ArchiveView> {
    return this.archives.get(me, id);
  }

  /** Problems: `reports.not_found`, `reports.wrong_state`. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Access('archive.own')
  @ApiOperation({ operationId: 'cancelArchive', summary: 'Stop making it' })
  async cancel(@Me() me: Actor, @Param('id') id: string, @OnceKey() once: Once): Promise<ArchiveView> {
    return this.archives.cancel(me, id, once);
  }

  /** Problems: `reports.not_found`, `reports.archive_not_ready`. */
  @Get(':id/file')
  @Access('archive.own')
  @ApiOperation({
    operationId: 'downloadArchive',
    summary: 'The ZIP file, for you alone; supports range requests, its ETag is its sha-256',
  })
  @ApiOkResponse({ content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  async file(
    @Me() me: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.archives.file(me, id);
    await sendBlob(this.blobs, request, reply, { ...file, isPublic: false, isDownload: true });
  }
}
