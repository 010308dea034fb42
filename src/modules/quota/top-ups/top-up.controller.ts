import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { TopUpBody, TopUpView } from './top-up.dto';
import { TopUpService } from './top-up.service';

@ApiTags('quota')
@Controller('api/v1/quota')
export class TopUpController {
  constructor(private readonly topUps: TopUpService) {}

  /** Problems: `quota.not_found`, `quota.own_top_up`. */
  @Post(':enrollmentId/top-ups')
  @Access('quota.top_up')
  @ApiOperation({ operationId: 'topUpQuota', summary: 'Give one artist extra credits, with a reason' })
  @ApiCreatedResponse({ type: TopUpView })
  async give(
    @Me() me: Actor,
    @Param('enrollmentId') enrollmentId: string,
    @Body() body: TopUpBody,
    @OnceKey() once: Once,
  ): Promise<TopUpView> {
    return this.topUps.give(me, enrollmentId, body, once);
  }
}
