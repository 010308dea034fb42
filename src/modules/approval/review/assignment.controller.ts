import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { SubmissionDetail } from '../submissions/submission-view.dto';
import { SubmissionViewsService } from '../submissions/submission-view.service';
import { AssignInput, ReviewerChoices } from './assignment.dto';
import { AssignmentService } from './assignment.service';

/** Who is asked to review. Its routes stand before the one that takes any verb. */
@ApiTags('approval')
@Controller('api/v1/submissions')
export class AssignmentController {
  constructor(
    private readonly assignments: AssignmentService,
    private readonly views: SubmissionViewsService,
  ) {}

  @Get(':id/reviewers')
  @Access('submission.steer')
  @ApiOperation({ operationId: 'listReviewers', summary: 'Who may be asked to review it' })
  async reviewers(@Me() me: Actor, @Param('id') id: string): Promise<ReviewerChoices> {
    return { items: await this.assignments.choices(me, id) };
  }

  @Post(':id/assign')
  @HttpCode(200)
  @Access('submission.steer')
  @ApiOperation({
    operationId: 'assignSubmission',
    summary: 'Assign it to a reviewer who has nothing to do with it; the others are not offered it',
  })
  async assign(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() { reviewerId }: AssignInput,
  ): Promise<SubmissionDetail> {
    await this.assignments.assign(me, once, id, reviewerId);
    return this.views.get(me, id);
  }

  @Post(':id/unassign')
  @HttpCode(200)
  @Access('submission.steer')
  @ApiOperation({ operationId: 'unassignSubmission', summary: 'Give it back to everybody' })
  async unassign(@Me() me: Actor, @OnceKey() once: Once, @Param('id') id: string): Promise<SubmissionDetail> {
    await this.assignments.unassign(me, once, id);
    return this.views.get(me, id);
  }
}
