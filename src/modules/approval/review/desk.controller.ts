import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import { DeskSettings } from './desk.dto';
import { DeskService } from './desk.service';

@ApiTags('approval')
@Controller('api/v1/review-desk')
export class DeskController {
  constructor(private readonly desks: DeskService) {}

  @Get()
  @Access('submission.review')
  @ApiOperation({
    operationId: 'getReviewDesk',
    summary: 'One’s own settings: blur, sound, grey, keys, breaks, saved filters',
  })
  async get(@Me() me: Actor): Promise<DeskSettings> {
    return this.desks.get(me);
  }

  @Put()
  @Access('submission.review')
  @ApiOperation({ operationId: 'setReviewDesk', summary: 'Keep one’s own settings' })
  async set(@Me() me: Actor, @Body() settings: DeskSettings): Promise<DeskSettings> {
    return this.desks.keep(me, settings);
  }
}
