import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import { DigestInput, DigestView } from './digest.dto';
import { DigestService } from './digest.service';

@ApiTags('feedback')
@Controller('api/v1/feedback-digest')
export class DigestController {
  constructor(private readonly digests: DigestService) {}

  @Get()
  @Access('feedback.own')
  @ApiOperation({ operationId: 'getFeedbackDigest', summary: 'Whether the weekly letter is wanted' })
  async get(@Me() me: Actor): Promise<DigestView> {
    return { isOff: await this.digests.isOff(me) };
  }

  @Put()
  @Access('feedback.own')
  @ApiOperation({ operationId: 'setFeedbackDigest', summary: 'Switch the weekly letter off or on' })
  async set(@Me() me: Actor, @Body() { isOff }: DigestInput): Promise<DigestView> {
    await this.digests.set(me, isOff);
    return { isOff };
  }
}
