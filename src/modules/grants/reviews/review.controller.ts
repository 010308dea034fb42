import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { ReviewBody, ReviewPage, ReviewQuery, ReviewVerbParam, ReviewView } from './review.dto';
import { ReviewService } from './review.service';

@ApiTags('grants')
@Controller('api/v1/grant-reviews')
export class ReviewController {
  constructor(private readonly reviews: ReviewService) {}

  @Get()
  @Access('call.review')
  @ApiOperation({ operationId: 'listGrantReviews', summary: 'Applications you were asked to review, blind' })
  async list(@Query() query: ReviewQuery, @Me() me: Actor): Promise<ReviewPage> {
    return this.reviews.mine(me, query);
  }

  @Get(':id')
  @Access('call.review')
  @ApiOperation({ operationId: 'getGrantReview', summary: 'One application to review, blind' })
  async get(@Param('id') id: string, @Me() me: Actor): Promise<ReviewView> {
    return this.reviews.get(me, id);
  }

  /** Problems: `grants.scores_missing`, `grants.review_over`. */
  @Post(':id/:verb')
  @HttpCode(200)
  @Access('call.review')
  @ApiOperation({ operationId: 'moveGrantReview', summary: 'Complete, reopen, or recuse oneself' })
  async act(
    @Param() { id, verb }: ReviewVerbParam,
    @Body() body: ReviewBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<ReviewView> {
    return this.reviews.act(once, me, id, verb, body);
  }
}
