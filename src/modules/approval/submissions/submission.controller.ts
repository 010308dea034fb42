import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { ReviewQueueService } from '../review/queue.service';
import { CheckView } from './check.dto';
import { OfferService } from './offer.service';
import { CheckInput, OfferChanges, StepInput, SubmissionInput, SubmissionStep } from './submission.dto';
import { SubmissionQuery } from './submission-query.dto';
import { SubmissionsService } from './submission.service';
import { SubmissionDetail, SubmissionPage } from './submission-view.dto';
import { SubmissionViewsService } from './submission-view.service';

@ApiTags('approval')
@Controller('api/v1/submissions')
export class SubmissionController {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly views: SubmissionViewsService,
    private readonly offers: OfferService,
    private readonly queue: ReviewQueueService,
  ) {}

  @Post()
  @Access('submission.own')
  @ApiOperation({
    operationId: 'createSubmission',
    summary: 'Offer a keeper for sharing, with its rights stated',
  })
  async create(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Body() input: SubmissionInput,
  ): Promise<SubmissionDetail> {
    return this.views.get(me, await this.submissions.submit(me, once, input));
  }

  @Post('check')
  @HttpCode(200)
  @Access('submission.own')
  @ApiOperation({
    operationId: 'checkSubmission',
    summary: 'What is missing before it can be handed in, and how it would be looked at; keeps nothing',
  })
  async check(@Me() me: Actor, @Body() input: CheckInput): Promise<CheckView> {
    return this.offers.check(me, input);
  }

  @Get()
  @Access('session.own')
  @ApiOperation({ operationId: 'listSubmissions', summary: 'One’s own; for reviewers the queue by deadline' })
  async list(@Me() me: Actor, @Query() query: SubmissionQuery): Promise<SubmissionPage> {
    return this.queue.list(me, query);
  }

  @Get(':id')
  @Access('session.own')
  @ApiOperation({
    operationId: 'getSubmission',
    summary: 'A submission with clip, rules, reasons and what may be done now',
  })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<SubmissionDetail> {
    return this.views.get(me, id);
  }

  @Post(':id/check')
  @HttpCode(200)
  @Access('submission.own')
  @ApiOperation({
    operationId: 'checkSubmissionChanges',
    summary: 'The same for a draft, or for changes that were asked for',
  })
  async checkChanges(
    @Me() me: Actor,
    @Param('id') id: string,
    @Body() input: OfferChanges,
  ): Promise<CheckView> {
    return this.offers.checkChanges(me, id, input);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Access('submission.own')
  @ApiOperation({ operationId: 'submitSubmission', summary: 'Hand in a draft' })
  async submit(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() input: StepInput,
  ): Promise<SubmissionDetail> {
    return this.take(me, once, { id, verb: 'submit' }, input);
  }

  @Post(':id/resubmit')
  @HttpCode(200)
  @Access('submission.own')
  @ApiOperation({ operationId: 'resubmitSubmission', summary: 'Hand in again, with the requested changes' })
  async resubmit(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() input: StepInput,
  ): Promise<SubmissionDetail> {
    return this.take(me, once, { id, verb: 'resubmit' }, input);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Access('submission.own')
  @ApiOperation({ operationId: 'withdrawSubmission', summary: 'Take one’s own submission back' })
  async withdraw(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() input: StepInput,
  ): Promise<SubmissionDetail> {
    return this.take(me, once, { id, verb: 'withdraw' }, input);
  }

  @Post(':id/takeDown')
  @HttpCode(200)
  @Access('work.take_down')
  @ApiOperation({
    operationId: 'takeDownSubmission',
    summary: 'Take a published work down, with a statement of reasons',
  })
  async takeDown(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() input: StepInput,
  ): Promise<SubmissionDetail> {
    return this.take(me, once, { id, verb: 'takeDown' }, input);
  }

  @Post(':id/:verb')
  @HttpCode(200)
  @Access('submission.review')
  @ApiOperation({
    operationId: 'moveSubmission',
    summary: 'Claim, release, escalate, decide; the workflow says why not',
  })
  async act(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param() step: SubmissionStep,
    @Body() input: StepInput,
  ): Promise<SubmissionDetail> {
    return this.take(me, once, step, input);
  }

  private async take(
    me: Actor,
    once: Once,
    { id, verb }: SubmissionStep,
    input: StepInput,
  ): Promise<SubmissionDetail> {
    await this.submissions.act(me, once, id, verb, input);
    return this.views.get(me, id);
  }
}
