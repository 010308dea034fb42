import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { PublishingService } from '../publishing.service';
import {
  ModelPolicyBody,
  ModelPolicyVersionView,
  RetentionPolicyBody,
  RetentionPolicyVersionView,
  ReviewPolicyBody,
  ReviewPolicyVersionView,
} from './policy.dto';

@ApiTags('programs')
@Controller('api/v1/programs/:id')
export class PolicyController {
  constructor(private readonly publishing: PublishingService) {}

  /** Problems: `program.published_meanwhile`, `program.programme_closed`. */
  @Post('model-policies')
  @Access('program.manage')
  @ApiOperation({
    operationId: 'publishModelPolicy',
    summary: 'Publish which providers and models may render',
  })
  async publishModels(
    @Param('id') id: string,
    @Body() body: ModelPolicyBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<ModelPolicyVersionView> {
    return this.publishing.publishPolicy(once, me, id, 'model_policy', body);
  }

  /** Problems: `program.published_meanwhile`, `program.programme_closed`. */
  @Post('review-policies')
  @Access('program.manage')
  @ApiOperation({ operationId: 'publishReviewPolicy', summary: 'Publish how artists are selected' })
  async publishReview(
    @Param('id') id: string,
    @Body() body: ReviewPolicyBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<ReviewPolicyVersionView> {
    return this.publishing.publishPolicy(once, me, id, 'review_policy', body);
  }

  /** Problems: `program.published_meanwhile`, `program.programme_closed`. */
  @Post('retention-policies')
  @Access('program.manage')
  @ApiOperation({
    operationId: 'publishRetentionPolicy',
    summary: 'Publish how long clips that are not kept stay',
  })
  async publishRetention(
    @Param('id') id: string,
    @Body() body: RetentionPolicyBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<RetentionPolicyVersionView> {
    return this.publishing.publishPolicy(once, me, id, 'retention_policy', body);
  }
}
