import { Controller, HttpCode, Param, Post, Req, type RawBodyRequest } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access } from '../../access';
import { HookService } from './hook.service';

/** Vendors say here that something has changed. Whatever they say, only a look at the vendor tells what. */
@ApiTags('providers')
@Controller('api/v1/vendor-hooks')
export class HookController {
  constructor(private readonly hooks: HookService) {}

  /** The same answer for every message: who guesses learns nothing. */
  @Post(':key')
  @HttpCode(204)
  @Access('public.read')
  @ApiOperation({
    operationId: 'tellOfRender',
    summary: 'A signed message of a vendor: brings the next look forward',
  })
  @ApiNoContentResponse()
  async tell(@Param('key') key: string, @Req() request: RawBodyRequest<FastifyRequest>): Promise<void> {
    await this.hooks.tell(key, request.headers, request.rawBody?.toString('utf8') ?? '');
  }
}
