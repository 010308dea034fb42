import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../kernel/actor';
import { BlobStore } from '../../../platform/storage/blob-store';
import { sendBlob } from '../../../platform/storage/send-blob';
import { Access, Me } from '../../access';
import { ApplicationService } from '../applications/application.service';
import { FileQuery, FileView } from './file.dto';
import { FileService } from './file.service';

const file = { schema: { type: 'string', format: 'binary' } };

@ApiTags('applications')
@Controller('api/v1/applications/:id/files')
export class FileController {
  constructor(
    private readonly files: FileService,
    private readonly reading: ApplicationService,
    private readonly blobs: BlobStore,
  ) {}

  /**
   * The body is the file itself. Problems: `enrollment.file_kind`, `enrollment.file_too_large`, `enrollment.files_full`,
   * `enrollment.application_fixed`.
   */
  @Post()
  @Access('enrollment.own')
  @ApiOperation({ operationId: 'addApplicationFile', summary: 'Put a file into a draft' })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: file.schema })
  async add(
    @Param('id') id: string,
    @Query() { name }: FileQuery,
    @Me() me: Actor,
    @Req() { body }: FastifyRequest,
  ): Promise<FileView> {
    return this.files.add(me, id, name ?? '', body);
  }

  /** Problems: `enrollment.application_fixed`. */
  @Delete(':fileId')
  @HttpCode(204)
  @Access('enrollment.own')
  @ApiOperation({ operationId: 'removeApplicationFile', summary: 'Take a file out of a draft' })
  async remove(@Param('id') id: string, @Param('fileId') fileId: string, @Me() me: Actor): Promise<void> {
    await this.files.remove(me, id, fileId);
  }

  /** Always as a download, never shown by the browser. Problems: `enrollment.file_changed`. */
  @Get(':fileId')
  @Access('application.own')
  @ApiOperation({
    operationId: 'getApplicationFile',
    summary: 'A file of an application, as it was handed in',
  })
  @ApiOkResponse({ content: { 'application/octet-stream': file } })
  async get(
    @Param('id') id: string,
    @Param('fileId') fileId: string,
    @Me() me: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { files } = await this.reading.get(me, id);
    const { key, name } = await this.files.intact(id, fileId);
    const fileName = files.find((one) => one.id === fileId)?.name ?? name;
    void reply.header('content-security-policy', "sandbox; default-src 'none'");
    await sendBlob(this.blobs, request, reply, { key, fileName, isPublic: false, isDownload: true });
  }
}
