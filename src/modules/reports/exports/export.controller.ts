import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../kernel/actor';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { BlobStore } from '../../../platform/storage/blob-store';
import { sendBlob } from '../../../platform/storage/send-blob';
import { Access, Me } from '../../access';
import { ExportPage, ExportView, NewExportInput } from './export.dto';
import { ExportService } from './export.service';

@ApiTags('readings')
@Controller('api/v1/exports')
export class ExportController {
  constructor(
    private readonly exports: ExportService,
    private readonly blobs: BlobStore,
  ) {}

  @Get()
  @Access('report.finance')
  @ApiOperation({ operationId: 'listExports', summary: 'Files that were asked for, newest first' })
  async list(@Me() me: Actor, @Query() query: PageQuery): Promise<ExportPage> {
    return this.exports.list(me, query);
  }

  /** Problems: `reports.unknown_format`, `reports.too_large_for_xlsx`, `reports.too_many_exports`, and those of readings. */
  @Post()
  @Access('report.finance')
  @ApiOperation({
    operationId: 'createExport',
    summary: 'Write a file of everything that fits; it is ready when its state is, and you are told',
  })
  async create(@Me() me: Actor, @Body() body: NewExportInput, @OnceKey() once: Once): Promise<ExportView> {
    return this.exports.create(me, body, once);
  }

  @Get(':id')
  @Access('report.finance')
  @ApiOperation({ operationId: 'getExport', summary: 'How far an export is; its control totals and sha-256' })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<ExportView> {
    return this.exports.get(me, id);
  }

  /** Problems: `reports.not_found`, `reports.wrong_state`. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Access('report.finance')
  @ApiOperation({ operationId: 'cancelExport', summary: 'Stop writing it' })
  async cancel(@Me() me: Actor, @Param('id') id: string, @OnceKey() once: Once): Promise<ExportView> {
    return this.exports.cancel(me, id, once);
  }

  /** Taking it is noted in the audit log. Problems: `reports.not_ready`. */
  @Get(':id/file')
  @Access('report.finance')
  @ApiOperation({
    operationId: 'downloadExport',
    summary: 'The file; supports range requests, its ETag is its sha-256',
  })
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async file(
    @Me() me: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.exports.file(me, id);
    await sendBlob(this.blobs, request, reply, { ...file, isPublic: false, isDownload: true });
  }
}
