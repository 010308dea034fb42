import { Controller, HttpCode, Param, Post, Req, type RawBodyRequest } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access } from '../../access';
import { NewsParams } from './news.dto';
import { NewsService } from './news.service';

/** Where rails tell that something changed. */
@ApiTags('payouts')
@Controller('api/v1/rail-hooks')
export class NewsController {
  constructor(private readonly news: NewsService) {}

  /** Problems: `payouts.rail_off`, `payouts.signature_wrong`. */
  @Post('stripe/:source')
  @HttpCode(204)
  @Access('public.read')
  @ApiOperation({
    operationId: 'tellOfStripe',
    summary: 'A signed event of Stripe: makes us look, and is never believed',
    description:
      'One address for each endpoint of Stripe, told apart by their signing secrets: `account` for events of the ' +
      'platform, `connect` for those of connected accounts, `thin` for an event destination of thin events. The event ' +
      'is written down by its id and answered; a job fetches what it is about. Duplicates and any order are harmless.',
  })
  @ApiNoContentResponse()
  async tell(@Param() { source }: NewsParams, @Req() request: RawBodyRequest<FastifyRequest>): Promise<void> {
    await this.news.receive('stripe', source, request.rawBody ?? Buffer.alloc(0), request.headers);
  }
}
