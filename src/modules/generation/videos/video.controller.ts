import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../kernel/actor';
import { ErrorObjectFilter } from '../../../platform/http/error-object.filter';
import { formOf } from '../../../platform/http/upload';
import { onceOf } from '../../../platform/idempotency/idempotency';
import { BlobStore } from '../../../platform/storage/blob-store';
import { sendBlob } from '../../../platform/storage/send-blob';
import { Access, Me } from '../../access';
import { ModelService } from './model.service';
import { DeletedVideoView, ModelListView, ModelView, VideoContentQuery, VideoListQuery, VideoListView, VideoView } from './video.dto'; // prettier-ignore
import { VideoService } from './video.service';

const CREATE = {
  type: 'object',
  required: ['prompt'],
  properties: {
    prompt: { type: 'string' },
    model: { type: 'string' },
    seconds: { type: 'string', default: '4' },
    size: { type: 'string', default: '720x1280' },
  },
};

/** For clients of the OpenAI-compatible API: another address and another key are all they change. */
@ApiTags('openai-compatible')
@Controller('v1')
@UseFilters(ErrorObjectFilter)
export class VideoController {
  constructor(
    private readonly videos: VideoService,
    private readonly models: ModelService,
    private readonly blobs: BlobStore,
  ) {}

  @Post('videos')
  @HttpCode(200)
  @Access('generation.own')
  @ApiOperation({ operationId: 'createVideo', summary: 'Ask for a video' })
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ schema: CREATE })
  @ApiOkResponse({ type: VideoView })
  async create(@Me() me: Actor, @Req() request: FastifyRequest): Promise<VideoView> {
    const form = request.isMultipart() ? await formOf(request) : null;
    const named = form === null ? [] : form.files.map((field) => [field, true] as const);
    const fields = form === null ? bodyOf(request) : { ...form.fields, ...Object.fromEntries(named) };
    const header = request.headers['idempotency-key'];
    const once = onceOf(me.id, Array.isArray(header) ? header[0] : header, {
      method: 'POST',
      path: '/v1/videos',
      body: fields,
    });
    return this.videos.create(me, fields, once);
  }

  @Get('videos')
  @Access('generation.read')
  @ApiOperation({ operationId: 'listVideos', summary: 'Own videos' })
  @ApiOkResponse({ type: VideoListView })
  async list(@Me() me: Actor, @Query() query: VideoListQuery): Promise<VideoListView> {
    return this.videos.list(me, query);
  }

  @Get('videos/:id')
  @Access('generation.read')
  @ApiOperation({ operationId: 'retrieveVideo', summary: 'One video' })
  @ApiOkResponse({ type: VideoView })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<VideoView> {
    return this.videos.get(me, id);
  }

  @Get('videos/:id/content')
  @Access('generation.read')
  @ApiOperation({ operationId: 'downloadVideo', summary: 'The MP4, its thumbnail or its contact sheet' })
  async content(
    @Me() me: Actor,
    @Param('id') id: string,
    @Query() { variant }: VideoContentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { key } = await this.videos.file(me, id, variant);
    const fileName = variant === 'video' ? `${id}.mp4` : `${id}.${variant}.jpg`;
    await sendBlob(this.blobs, request, reply, { key, fileName, isPublic: false, isDownload: true });
  }

  @Delete('videos/:id')
  @Access('generation.own')
  @ApiOperation({ operationId: 'deleteVideo', summary: 'Stop a video, or remove its files for good' })
  @ApiOkResponse({ type: DeletedVideoView })
  async remove(@Me() me: Actor, @Param('id') id: string): Promise<DeletedVideoView> {
    return this.videos.remove(me, id);
  }

  @Get('models')
  @Access('generation.read')
  @ApiOperation({ operationId: 'listModels', summary: 'The models there are' })
  @ApiOkResponse({ type: ModelListView })
  listModels(): ModelListView {
    return this.models.list();
  }

  @Get('models/:id')
  @Access('generation.read')
  @ApiOperation({ operationId: 'retrieveModel', summary: 'One model' })
  @ApiOkResponse({ type: ModelView })
  getModel(@Param('id') id: string): ModelView {
    return this.models.get(id);
  }
}

/** Its fields are looked at one by one, so that each gets an answer of its own. */
function bodyOf({ body }: FastifyRequest): Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {};
}
