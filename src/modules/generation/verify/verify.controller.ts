import { Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { uploadOf } from '../../../platform/http/upload';
import { Access } from '../../access';
import { VerifyQuery, VerifyView } from './verify.dto';
import { LARGEST_UPLOAD, VerifyService } from './verify.service';

const perMinute = (max: number): object => ({ rateLimit: { max, timeWindow: '1 minute' } });

@ApiTags('provenance')
@Controller('api/v1/verify')
export class VerifyController {
  constructor(private readonly verifying: VerifyService) {}

  @Get()
  @Access('public.read')
  @RouteConfig(perMinute(120))
  @ApiOperation({ operationId: 'verifyHash', summary: 'Whether a file with this hash was delivered here' })
  @ApiOkResponse({ type: VerifyView })
  async byHash(@Query() { sha256 }: VerifyQuery): Promise<VerifyView> {
    return this.verifying.byHash(sha256);
  }

  @Post()
  @HttpCode(200)
  @Access('public.read')
  @RouteConfig(perMinute(12))
  @ApiOperation({
    operationId: 'verifyFile',
    summary: 'Whether a file was delivered here, and whether it was altered; the file is not kept',
  })
  @ApiConsumes('video/mp4', 'multipart/form-data')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: VerifyView })
  async byFile(@Req() request: FastifyRequest): Promise<VerifyView> {
    return this.verifying.byFile(await uploadOf(request, LARGEST_UPLOAD));
  }
}
