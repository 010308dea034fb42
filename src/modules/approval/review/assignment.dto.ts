import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

export class AssignInput {
  /** A reviewer. */
  @IsString()
  @MaxLength(60)
  reviewerId: string;
}

/** A reviewer who might be asked. */
export class ReviewerChoice {
  /** `per_…` */
  id: string;

  name: string;

  /** Whether they may be asked about this submission; it is not told why not. */
  mayBeAsked: boolean;
}

export class ReviewerChoices {
  @ApiProperty({ type: [ReviewerChoice] })
  items: readonly ReviewerChoice[];
}

/** Assigned to one reviewer: not offered to others. */
export class AssignmentView {
  /** Whether it is assigned to the reader. */
  isMine: boolean;
}
