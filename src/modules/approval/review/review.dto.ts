import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';

/** Why somebody passes a submission on. None of them says anything about the work. */
export const SKIP_REASONS = {
  language: 'I do not know its language.',
  subject: 'I do not know enough about its subject.',
  distress: 'I do not want to look at this now.',
  unsure: 'I am not sure which rule applies.',
  technical: 'It does not play here.',
} as const satisfies Record<string, string>;

export type SkipReason = keyof typeof SKIP_REASONS;

export const SKIP_REASON_NAMES = Object.keys(SKIP_REASONS) as readonly SkipReason[];

export class SkipInput {
  @ApiProperty({ enum: SKIP_REASON_NAMES })
  @IsIn(SKIP_REASON_NAMES)
  reason: SkipReason;

  /** For the next reviewer. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class RecuseInput {
  /** What ties you to it, such as “we work together”. */
  @IsString()
  @Length(5, 500)
  reason: string;
}

/** A conflict of interest that one declared. Whose work it was is not in it. */
export class ReviewConflictView {
  /** `cfl_…` */
  id: string;

  submissionId: string;

  /** Title of the submission at which it was declared. */
  title: string;

  reason: string;

  /** ISO date-time. */
  declaredAt: string;
}

export class ConflictList {
  @ApiProperty({ type: [ReviewConflictView] })
  items: readonly ReviewConflictView[];
}
