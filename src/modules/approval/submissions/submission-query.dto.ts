import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { AUDIENCE_NAMES, LABEL_NAMES, type Audience, type Label } from '../domain/audience';
import { RISKS, type Risk } from '../domain/risk';
import { SUBMISSION_STATES, type SubmissionState } from '../domain/submission.workflow';

export const QUEUES = ['open', 'all'] as const;

/**
 * Which part of what waits: free to take, claimed by me, sent up, over time, due within four hours,
 * handed in again, on hold, assigned to me.
 */
export const QUEUE_PARTS = ['free', 'mine', 'escalated', 'late', 'soon', 'again', 'onHold', 'forMe'] as const;
export type QueuePart = (typeof QUEUE_PARTS)[number];

/** What of the queue to show or to take from. All of them together narrow it. */
export class QueueFilter extends PageQuery {
  @ApiPropertyOptional({ enum: QUEUE_PARTS })
  @IsOptional()
  @IsIn(QUEUE_PARTS)
  part?: QueuePart;

  @ApiPropertyOptional({ enum: RISKS })
  @IsOptional()
  @IsIn(RISKS)
  risk?: Risk;

  @ApiPropertyOptional({ enum: LABEL_NAMES })
  @IsOptional()
  @IsIn(LABEL_NAMES)
  label?: Label;

  @ApiPropertyOptional({ enum: AUDIENCE_NAMES })
  @IsOptional()
  @IsIn(AUDIENCE_NAMES)
  audience?: Audience;

  /** Only of this programme. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;

  /** Only of this cohort. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  cohortId?: string;
}

/** Without `queue`, newest first: an artist's own; for staff all. The filters are for `queue=open`. */
export class SubmissionQuery extends QueueFilter {
  @ApiPropertyOptional({
    enum: QUEUES,
    description: 'For reviewers. open: by deadline, without one’s own; all: newest first.',
  })
  @IsOptional()
  @IsIn(QUEUES)
  queue?: (typeof QUEUES)[number];

  @ApiPropertyOptional({ enum: SUBMISSION_STATES, description: 'Not with queue=open.' })
  @IsOptional()
  @IsIn(SUBMISSION_STATES)
  state?: SubmissionState;
}
