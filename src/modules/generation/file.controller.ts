import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor';
import { BlobStore, LONGEST_LINK_SECONDS } from '../../platform/storage/blob-store';
import { sendBlob } from '../../platform/storage/send-blob';
import { Access, Me } from '../access';
import { ClipService } from './clip.service';
import type { FileKind } from './contract';
import { FileLinkView } from './storage/storage.dto';

const binary = (type: string): object => ({
  content: { [type]: { schema: { type: 'string', format: 'binary' } } },
});

/** Delivered files, to their artist and to staff who may read any clip. */
@ApiTags('generations')
@Controller('api/v1/generations')
export class FileController {
  constructor(
    private readonly clips: ClipService,
    private readonly blobs: BlobStore,
  ) {}

  @Get(':id/video')
  @Access('generation.read')
  @ApiOperation({ operationId: 'getGenerationVideo', summary: 'The MP4; supports range requests' })
  @ApiOkResponse(binary('video/mp4'))
  async video(
    @Me() me: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send({ me, id, kind: 'video', name: `${id}.mp4` }, request, reply);
  }

  @Get(':id/poster')
  @Access('generation.read')
  @ApiOperation({ operationId: 'getGenerationPoster', summary: 'One frame as JPEG' })
  @ApiOkResponse(binary('image/jpeg'))
  async poster(
    @Me() me: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send({ me, id, kind: 'poster', name: `${id}.poster.jpg` }, request, reply);
  }

  @Get(':id/sheet')
  @Access('generation.read')
  @ApiOperation({ operationId: 'getGenerationSheet', summary: 'Nine frames as one JPEG' })
  @ApiOkResponse(binary('image/jpeg'))
  async sheet(
    @Me() me: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send({ me, id, kind: 'sheet', name: `${id}.sheet.jpg` }, request, reply);
  }

  @Get(':id/link')
  @Access('generation.read')
  @ApiOperation({
    operationId: 'getGenerationLink',
    summary: 'An address of the MP4 for ten minutes that needs no credential: for downloads and players',
  })
  @ApiOkResponse({ type: FileLinkView })
  async link(@Me() me: Actor, @Param('id') id: string): Promise<FileLinkView> {
    const { key } = await this.clips.file(me, id, 'video');
    const seconds = LONGEST_LINK_SECONDS;
    const expiresAt = new Date(Date.now() + seconds * 1_000).toISOString();
    return {
      url: await this.blobs.link(key, { seconds, fileName: `${id}.mp4`, isDownload: true }),
      expiresAt,
    };
  }

  private async send(
    { me, id, kind, name }: { me: Actor; id: string; kind: FileKind; name: string },
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { key } = await this.clips.file(me, id, kind);
    await sendBlob(this.blobs, request, reply, { key, fileName: name, isPublic: false, isDownload: false });
  }
}
