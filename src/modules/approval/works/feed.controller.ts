import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendAnswer } from '../../../platform/http/send-answer';
import { Access } from '../../access';
import { jsonFeedOf, rssOf, type FeedHead } from '../domain/feed';
import { GalleryService } from './gallery.service';
import { PageOriginService } from './page-origin.service';
import { RememberedService } from './remembered.service';
import { GalleryFilterQuery } from './work.dto';
import { filterOf } from './work.mapping';

const RSS = 'application/rss+xml; charset=utf-8';
const JSON_FEED = 'application/feed+json; charset=utf-8';

@ApiTags('gallery')
@Controller('feeds')
export class FeedController {
  constructor(
    private readonly gallery: GalleryService,
    private readonly remembered: RememberedService,
    private readonly origins: PageOriginService,
  ) {}

  @Get('works.xml')
  @Access('public.read')
  @ApiProduces('application/rss+xml')
  @ApiOperation({
    operationId: 'getWorksRss',
    summary: 'The newest works as RSS 2.0; filters as in the gallery',
  })
  @ApiOkResponse({ schema: { type: 'string' } })
  async rss(
    @Query() query: GalleryFilterQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(query, request, reply, { type: RSS, write: rssOf });
  }

  @Get('works.json')
  @Access('public.read')
  @ApiProduces('application/feed+json')
  @ApiOperation({
    operationId: 'getWorksJsonFeed',
    summary: 'The newest works as JSON Feed 1.1; filters as in the gallery',
  })
  @ApiOkResponse({ schema: { type: 'object' } })
  async json(
    @Query() query: GalleryFilterQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(query, request, reply, { type: JSON_FEED, write: jsonFeedOf });
  }

  private async send(
    query: GalleryFilterQuery,
    request: FastifyRequest,
    reply: FastifyReply,
    { type, write }: { type: string; write: typeof rssOf | typeof jsonFeedOf },
  ): Promise<void> {
    const head: FeedHead = {
      origin: this.origins.of(request),
      self: request.url,
      title: query.tag === undefined ? 'Atelier: new works' : `Atelier: new works, ${query.tag}`,
    };
    const key = `feed ${type} ${head.origin}${head.self}`;
    const answer = await this.remembered.answer(key, type, async () =>
      write(await this.gallery.newest(filterOf(query)), head),
    );
    if (answer === null) return;
    void reply.header('cross-origin-resource-policy', 'cross-origin');
    await sendAnswer(request, reply, answer);
  }
}
