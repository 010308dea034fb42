import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { STAGED_VERBS, type StagedVerb } from '../domain/staged';
import { StatementInput } from '../submissions/submission.dto';

/** Submissions that one verdict may be given over at once. */
export const MOST_AT_ONCE = 50;

const RESULTS = ['ready', 'waiting', 'done', 'refused', 'undone'] as const;

/** The same verdict, with the same words, over several submissions. */
export class BulkInput {
  @ApiProperty({ enum: STAGED_VERBS })
  @IsIn(STAGED_VERBS)
  verb: StagedVerb;

  /** Submissions, at most 50. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  ids: string[];

  /** With `requestChanges`: at least 10 characters. */
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  note?: string;

  /** With `decline`: whole, as for one. */
  @ApiPropertyOptional({ type: StatementInput })
  @IsOptional()
  @ValidateNested()
  @Type(() => StatementInput)
  statement?: StatementInput;
}

/** What would come, or came, of one of them. */
export class BulkItemView {
  submissionId: string;

  /** Empty where it is not one's to see. */
  title: string;

  @ApiProperty({
    enum: RESULTS,
    description:
      '`ready`: would be done. `waiting`: not reached yet, send the same request again. `undone`: taken back, in the queue again.',
  })
  result: (typeof RESULTS)[number];

  /** Why not. */
  @ApiProperty({ type: String, nullable: true })
  code: string | null;

  /** The same as a sentence. */
  @ApiProperty({ type: String, nullable: true })
  says: string | null;
}

/** Before anything is done. */
export class BulkPreview {
  @ApiProperty({ enum: STAGED_VERBS })
  verb: StagedVerb;

  /** How many would be done. */
  ready: number;

  @ApiProperty({ type: [BulkItemView] })
  items: readonly BulkItemView[];
}

/** What came of it. */
export class BulkView {
  /** `rbt_…` */
  id: string;

  @ApiProperty({ enum: STAGED_VERBS })
  verb: StagedVerb;

  /** How many were done and not taken back. */
  done: number;

  /** Until when all of it may still be taken back; ISO date-time. `null`: nothing of it waits. */
  @ApiProperty({ type: String, nullable: true })
  undoUntil: string | null;

  @ApiProperty({ type: [BulkItemView] })
  items: readonly BulkItemView[];
}
