import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, MaxLength } from 'class-validator';
import { FEEDBACK_STATES, type FeedbackState } from '../domain/feedback.workflow';

export class SimilarQuery {
  /** The programme it is about. */
  @IsString()
  @MaxLength(60)
  programId: string;

  /** What one is about to send. */
  @IsString()
  @Length(3, 1000)
  text: string;
}

/** Something that was said before. Nothing here names its author. */
export class SimilarView {
  id: string;

  title: string;

  @ApiProperty({ enum: FEEDBACK_STATES })
  state: FeedbackState;

  /** How many artists said it. */
  popularity: number;

  @ApiProperty({ type: String, nullable: true, description: 'What the programme answered.' })
  answer: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Version it was shipped in.' })
  shippedIn: string | null;

  /** Whether it is one's own. */
  isOwn: boolean;
}

export class SimilarPage {
  /** Five at most, the most alike first. */
  @ApiProperty({ type: [SimilarView] })
  items: SimilarView[];
}
