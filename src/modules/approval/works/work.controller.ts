import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from '../../../kernel/refusal';
import { sendAnswer } from '../../../platform/http/send-answer';
import { BlobStore } from '../../../platform/storage/blob-store';
import { sendBlob } from '../../../platform/storage/send-blob';
import { Access } from '../../access';
import { ProvenanceView } from '../../generation';
import { approvalRefusals } from '../contract';
import { PICTURE_NAMES, type PictureName } from '../domain/shown-work';
import { GalleryService } from './gallery.service';
import { PicturesService } from './picture.service';
import { RememberedService } from './remembered.service';
import { GalleryFilterQuery, WorkPage, WorkView } from './work.dto';
import { WorksService } from './work.service';

/** Every use is asked about: an artist who takes a work out is obeyed at once, by every cache on the way. */
const ANSWER = { isPublic: true, isDownload: false, isRevocable: true } as const;
const JSON_TYPE = 'application/json; charset=utf-8';

@ApiTags('gallery')
@Controller('api/v1/works')
export class WorkController {
  constructor(
    private readonly gallery: GalleryService,
    private readonly remembered: RememberedService,
    private readonly works: WorksService,
    private readonly pictures: PicturesService,
    private readonly store: BlobStore,
  ) {}

  @Get()
  @Access('public.read')
  @ApiOperation({ operationId: 'listWorks', summary: 'The public gallery, newest first' })
  @ApiOkResponse({ type: WorkPage })
  async list(
    @Query() query: GalleryFilterQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = `list ${JSON.stringify(query)}`;
    const answer = await this.remembered.answer(key, JSON_TYPE, () => this.gallery.list(query));
    if (answer !== null) await sendAnswer(request, reply, answer);
  }

  @Get(':slug')
  @Access('public.read')
  @ApiOperation({ operationId: 'getWork', summary: 'One public work' })
  @ApiOkResponse({ type: WorkView })
  async get(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.remembered.answer(`work ${slug}`, JSON_TYPE, () => this.gallery.findText(slug));
    if (answer === null) throw refusal(approvalRefusals, 'not_found');
    await sendAnswer(request, reply, answer);
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

  @Get(':slug/pictures/:name')
  @Access('public.read')
  @ApiProduces('image/jpeg')
  @ApiParam({ name: 'name', enum: PICTURE_NAMES })
  @ApiOperation({
    operationId: 'getWorkPicture',
    summary: 'The still image in a width, or as the 1200 × 630 picture of a share card',
  })
  async picture(
    @Param('slug') slug: string,
    @Param('name') name: PictureName,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const work = await this.works.getPublic(slug);
    if (!PICTURE_NAMES.includes(name)) throw refusal(approvalRefusals, 'not_found');
    const key = await this.pictures.keyOf(work, name);
    await sendBlob(this.store, request, reply, { key, fileName: `${slug}-${name}.jpg`, ...ANSWER });
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
}
