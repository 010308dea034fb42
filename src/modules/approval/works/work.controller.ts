import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../kernel/actor';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { BlobStore } from '../../../platform/storage/blob-store';
import { sendBlob } from '../../../platform/storage/send-blob';
import { Access, Me } from '../../access';
import { ProvenanceView } from '../../generation';
import { WorkPage, WorkView } from './work.dto';
import { WorksService } from './work.service';

/** Never for shared caches: an artist who unlists a work is obeyed at once. */
const ANSWER = { isPublic: false, isDownload: false } as const;

@ApiTags('gallery')
@Controller('api/v1/works')
export class WorkController {
  constructor(
    private readonly works: WorksService,
    private readonly store: BlobStore,
  ) {}

  @Get()
  @Access('public.read')
  @ApiOperation({ operationId: 'listWorks', summary: 'The public gallery, newest first' })
  async list(@Query() query: PageQuery): Promise<WorkPage> {
    return this.works.list(query);
  }

  @Get(':slug')
  @Access('public.read')
  @ApiOperation({ operationId: 'getWork', summary: 'One public work' })
  async get(@Param('slug') slug: string): Promise<WorkView> {
    return this.works.bySlug(slug);
  }

  @Get(':slug/video')
  @Access('public.read')
  @ApiProduces('video/mp4')
  @ApiOperation({ operationId: 'getWorkVideo', summary: 'The clip; range requests are answered' })
  async video(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = await this.works.fileOf(slug, 'video');
    await sendBlob(this.store, request, reply, { key, fileName: `${slug}.mp4`, ...ANSWER });
  }

  @Get(':slug/poster')
  @Access('public.read')
  @ApiProduces('image/jpeg')
  @ApiOperation({ operationId: 'getWorkPoster', summary: 'The still image' })
  async poster(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = await this.works.fileOf(slug, 'poster');
    await sendBlob(this.store, request, reply, { key, fileName: `${slug}.jpg`, ...ANSWER });
  }

  @Get(':slug/provenance')
  @Access('public.read')
  @ApiOperation({
    operationId: 'getWorkProvenance',
    summary: 'Where a public work comes from and how it is marked',
  })
  @ApiOkResponse({ type: ProvenanceView })
  async provenance(@Param('slug') slug: string): Promise<ProvenanceView> {
    return this.works.provenanceOf(slug);
  }

  @Get(':slug/manifest')
  @Access('public.read')
  @ApiOperation({ operationId: 'getWorkManifest', summary: 'The C2PA manifest store of its file, as JSON' })
  @ApiOkResponse({ schema: { type: 'object' } })
  async manifest(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    const store = await this.works.manifestOf(slug);
    await reply.header('content-disposition', `attachment; filename="${slug}.manifest.json"`).send(store);
  }

  @Post(':id/unlist')
  @HttpCode(200)
  @Access('work.own')
  @ApiOperation({ operationId: 'unlistWork', summary: 'Take one’s own work out of the public, at once' })
  async unlist(@Me() me: Actor, @Param('id') id: string): Promise<WorkView> {
    return this.works.setListed(me, id, false);
  }

  @Post(':id/relist')
  @HttpCode(200)
  @Access('work.own')
  @ApiOperation({ operationId: 'relistWork', summary: 'Show one’s own work again' })
  async relist(@Me() me: Actor, @Param('id') id: string): Promise<WorkView> {
    return this.works.setListed(me, id, true);
  }
}
