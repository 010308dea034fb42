import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../../../platform/config/settings';
import { siteOf } from '../../../platform/http/site';
import { Access } from '../../access';
import { callFeed, type CallFeed } from '../domain/call-feed';
import { CallRepository } from './call.repository';

/** As many as a reader shows at once. */
const LENGTH = 50;

@ApiTags('grants')
@Controller('api/v1/calls')
export class CallFeedController {
  constructor(
    private readonly calls: CallRepository,
    private readonly settings: Settings,
  ) {}

  @Get('feed.json')
  @Access('public.read')
  @Header('content-type', 'application/feed+json; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  @ApiProduces('application/feed+json')
  @ApiOkResponse({ schema: { type: 'object' } })
  @ApiOperation({ operationId: 'getCallFeed', summary: 'Open calls as JSON Feed 1.1' })
  async feed(@Req() request: FastifyRequest): Promise<CallFeed> {
    const filter = { hidesDrafts: true, programId: undefined, state: 'open' } as const;
    const { items } = await this.calls.list(filter, undefined, LENGTH);
    return callFeed(items, siteOf(this.settings, request));
  }
}
