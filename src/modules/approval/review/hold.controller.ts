import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { SubmissionDetail } from '../submissions/submission-view.dto';
import { SubmissionViewsService } from '../submissions/submission-view.service';
import { HoldInput } from './hold.dto';
import { HoldService } from './hold.service';

/** Waiting for something from elsewhere. Its routes stand before the one that takes any verb. */
@ApiTags('approval')
@Controller('api/v1/submissions')
export class HoldController {
  constructor(
    private readonly holds: HoldService,
    private readonly views: SubmissionViewsService,
  ) {}

  @Post(':id/hold')
  @HttpCode(200)
  @Access('submission.review')
  @ApiOperation({
    operationId: 'holdSubmission',
    summary: 'Put what one has claimed on hold, with a reason and an end; the clock goes on',
  })
  async hold(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() input: HoldInput,
  ): Promise<SubmissionDetail> {
    await this.holds.hold(me, once, id, input);
    return this.views.get(me, id);
  }

  @Post(':id/unhold')
  @HttpCode(200)
  @Access('submission.review')
  @ApiOperation({ operationId: 'unholdSubmission', summary: 'End a hold before its time' })
  async unhold(@Me() me: Actor, @OnceKey() once: Once, @Param('id') id: string): Promise<SubmissionDetail> {
    await this.holds.unhold(me, once, id);
    return this.views.get(me, id);
  }
}
