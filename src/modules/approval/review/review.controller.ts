import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { SubmissionDetail } from '../submissions/submission-view.dto';
import { SubmissionViewsService } from '../submissions/submission-view.service';
import { QueueFilter } from '../submissions/submission-query.dto';
import { AsideService } from './aside.service';
import { ConflictService } from './conflict.service';
import { NoteInput, NoteList } from './note.dto';
import { NoteService } from './note.service';
import { ReviewQueueService } from './queue.service';
import { ConflictList, RecuseInput, SkipInput } from './review.dto';

/** What reviewers do beside deciding. Its routes stand before the one that takes any verb. */
@ApiTags('approval')
@Controller('api/v1/submissions')
export class ReviewController {
  constructor(
    private readonly queue: ReviewQueueService,
    private readonly aside: AsideService,
    private readonly conflicts: ConflictService,
    private readonly notes: NoteService,
    private readonly views: SubmissionViewsService,
  ) {}

  @Post('next')
  @HttpCode(200)
  @Access('submission.review')
  @ApiOperation({
    operationId: 'claimNextSubmission',
    summary: 'Claim the one with the nearest deadline that is free; nobody else gets the same',
  })
  async next(@Me() me: Actor, @OnceKey() once: Once, @Body() filter: QueueFilter): Promise<SubmissionDetail> {
    return this.views.get(me, await this.queue.next(me, once, filter));
  }

  @Get('conflicts')
  @Access('submission.review')
  @ApiOperation({ operationId: 'listReviewConflicts', summary: 'Conflicts of interest that one declared' })
  async listConflicts(@Me() me: Actor): Promise<ConflictList> {
    return { items: await this.conflicts.list(me) };
  }

  @Delete('conflicts/:conflictId')
  @Access('submission.review')
  @ApiOperation({ operationId: 'withdrawReviewConflict', summary: 'Take a declared conflict back' })
  async withdrawConflict(@Me() me: Actor, @Param('conflictId') id: string): Promise<ConflictList> {
    return { items: await this.conflicts.withdraw(me, id) };
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Access('submission.review')
  @ApiOperation({
    operationId: 'undoDecision',
    summary: 'Take one’s own verdict back before it leaves; the claim begins anew',
  })
  async undo(@Me() me: Actor, @OnceKey() once: Once, @Param('id') id: string): Promise<SubmissionDetail> {
    await this.aside.undo(me, once, id);
    return this.views.get(me, id);
  }

  @Post(':id/skip')
  @HttpCode(200)
  @Access('submission.review')
  @ApiOperation({
    operationId: 'skipSubmission',
    summary: 'Pass it on with a reason; it is not offered again to the same person for a day',
  })
  async skip(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() input: SkipInput,
  ): Promise<SubmissionDetail> {
    await this.aside.skip(me, once, id, input);
    return this.views.get(me, id);
  }

  @Post(':id/recuse')
  @HttpCode(200)
  @Access('submission.review')
  @ApiOperation({
    operationId: 'recuseFromSubmission',
    summary: 'Declare a conflict of interest with its artist, whoever that is',
  })
  async recuse(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() { reason }: RecuseInput,
  ): Promise<SubmissionDetail> {
    await this.aside.recuse(me, once, id, reason);
    return this.views.get(me, id);
  }

  @Post(':id/notes')
  @HttpCode(200)
  @Access('submission.review')
  @ApiOperation({ operationId: 'addReviewNote', summary: 'Note something at a frame or over a range' })
  async addNote(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() input: NoteInput,
  ): Promise<NoteList> {
    return { items: await this.notes.add(me, once, id, input) };
  }

  @Delete(':id/notes/:noteId')
  @Access('submission.review')
  @ApiOperation({ operationId: 'removeReviewNote', summary: 'Take one’s own note away' })
  async removeNote(
    @Me() me: Actor,
    @Param('id') id: string,
    @Param('noteId') noteId: string,
  ): Promise<NoteList> {
    return { items: await this.notes.remove(me, id, noteId) };
  }
}
