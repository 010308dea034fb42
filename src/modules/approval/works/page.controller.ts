import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from '../../../kernel/refusal';
import { PortalPage } from '../../../platform/http/portal-page';
import { Access } from '../../access';
import { approvalRefusals } from '../contract';
import { embedPage, embedPolicy, goneEmbedPage, oembedOf } from '../domain/embed-page';
import { feedHead, shareHead } from '../domain/share-head';
import { fitted } from '../domain/shown-work';
import { GalleryService } from './gallery.service';
import { OembedQuery, OembedView } from './page.dto';
import { PageOriginService } from './page-origin.service';

const HTML = 'text/html; charset=utf-8';

/** Pages that others read without running a script: share cards, frames, oEmbed. Made anew with each request. */
@ApiTags('gallery')
@Controller()
export class PageController {
  constructor(
    private readonly gallery: GalleryService,
    private readonly portal: PortalPage,
    private readonly origins: PageOriginService,
  ) {}

  @Get('works/:slug')
  @Access('public.read')
  @ApiProduces('text/html')
  @ApiOperation({
    operationId: 'getWorkPage',
    summary: 'The portal’s page of a work, with its share card in the head',
  })
  @ApiOkResponse({ schema: { type: 'string' } })
  async page(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [work, origin] = [await this.gallery.find(slug), this.origins.of(request)];
    const head = work === null ? feedHead(origin) : `${shareHead(work, origin)}\n    ${feedHead(origin)}`;
    await reply
      .status(work === null ? 404 : 200)
      .headers({ 'content-type': HTML, 'cache-control': 'no-store' })
      .send(this.portal.html(request, reply, head));
  }

  @Get('embed/:slug')
  @Access('public.read')
  @ApiProduces('text/html')
  @ApiOperation({
    operationId: 'getEmbedPage',
    summary: 'A work for a frame on another page: no script, no cookie',
  })
  @ApiOkResponse({ schema: { type: 'string' } })
  async embed(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const work = await this.gallery.find(slug);
    const nonce = reply.cspNonce.style;
    void reply.removeHeader('x-frame-options');
    await reply
      .status(work === null ? 404 : 200)
      .headers({
        'content-type': HTML,
        'cache-control': 'no-store',
        'content-security-policy': embedPolicy(nonce),
        'cross-origin-resource-policy': 'cross-origin',
      })
      .send(
        work === null ? goneEmbedPage(nonce) : embedPage(work, { origin: this.origins.of(request), nonce }),
      );
  }

  @Get('api/v1/oembed')
  @Access('public.read')
  @ApiOperation({ operationId: 'getOembed', summary: 'oEmbed 1.0 for the address of a work' })
  async oembed(
    @Query() { url, maxwidth, maxheight }: OembedQuery,
    @Req() request: FastifyRequest,
  ): Promise<OembedView> {
    const origin = this.origins.of(request);
    const slug = url.startsWith(`${origin}/`)
      ? /^\/(?:works|embed)\/([a-z0-9-]+)\/?$/.exec(new URL(url).pathname)?.[1]
      : undefined;
    const work = slug === undefined ? null : await this.gallery.find(slug);
    if (work === null) throw refusal(approvalRefusals, 'not_found');
    const frame = fitted(work, { width: maxwidth, height: maxheight });
    return oembedOf(work, origin, frame);
  }
}
