import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { BlobStore } from '../../../platform/storage/blob-store';
import { sendBlob } from '../../../platform/storage/send-blob';
import { Access, Me } from '../../access';
import { PressLinkInput, PressLinkList, PressView } from './press-link.dto';
import { PressLinksService } from './press-link.service';
import { PressService } from './press.service';

/** Only for whoever holds the link: no cache keeps it, no search engine lists it. */
const CLOSED = {
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex',
  'referrer-policy': 'no-referrer',
};

@ApiTags('gallery')
@Controller('api/v1')
export class PressController {
  constructor(
    private readonly links: PressLinksService,
    private readonly press: PressService,
    private readonly store: BlobStore,
  ) {}

  @Get('submissions/:id/press-links')
  @Access('work.own')
  @ApiOperation({
    operationId: 'listPressLinks',
    summary: 'Links for the press to one’s own work, with how often each was opened',
  })
  async list(@Me() me: Actor, @Param('id') id: string): Promise<PressLinkList> {
    return { items: await this.links.list(me, id) };
  }

  @Post('submissions/:id/press-links')
  @Access('work.own')
  @ApiOperation({
    operationId: 'createPressLink',
    summary: 'Make a link for the press: to a work under embargo, or one that is not listed',
  })
  async create(
    @Me() me: Actor,
    @Param('id') id: string,
    @Body() input: PressLinkInput,
    @OnceKey() once: Once,
  ): Promise<PressLinkList> {
    return { items: await this.links.create(once, me, id, input) };
  }

  @Delete('press-links/:id')
  @HttpCode(204)
  @Access('work.own')
  @ApiOperation({ operationId: 'endPressLink', summary: 'End a link for the press, at once' })
  async end(@Me() me: Actor, @Param('id') id: string, @OnceKey() once: Once): Promise<void> {
    await this.links.revoke(once, me, id);
  }

  @Get('press/:token')
  @Access('public.read')
  @ApiOperation({
    operationId: 'openPressLink',
    summary: 'What a link for the press shows; each opening is counted',
  })
  async open(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PressView> {
    void reply.headers(CLOSED);
    return this.press.view(token);
  }

  @Get('press/:token/video')
  @Access('public.read')
  @ApiProduces('video/mp4')
  @ApiOperation({ operationId: 'getPressVideo', summary: 'The clip behind a link for the press' })
  async video(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(token, 'video', request, reply);
  }

  @Get('press/:token/poster')
  @Access('public.read')
  @ApiProduces('image/jpeg')
  @ApiOperation({ operationId: 'getPressPoster', summary: 'The still image behind a link for the press' })
  async poster(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(token, 'poster', request, reply);
  }

  private async send(
    token: string,
    file: 'video' | 'poster',
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const key = await this.press.fileOf(token, file);
    const fileName = file === 'video' ? 'work.mp4' : 'work.jpg';
    void reply.headers(CLOSED);
    await sendBlob(this.store, request, reply, {
      key,
      fileName,
      isPublic: false,
      isDownload: false,
      isRevocable: true,
    });
  }
}
