import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { APPEAL_STATES, APPEAL_VERBS, type AppealState, type AppealVerb } from '../domain/appeal.workflow';

/** Why the decision is wrong. */
export class AppealInput {
  /** In the artist's words. */
  @IsString()
  @Length(10, 5000)
  grounds: string;
}

/** Which verb on which appeal. */
export class AppealStep {
  @IsString()
  id: string;

  @ApiProperty({ enum: APPEAL_VERBS })
  @IsIn(APPEAL_VERBS)
  verb: AppealVerb;
}

/** What comes with a verb. */
export class AppealStepInput {
  /** The answer to the artist, at least 20 characters; needed to uphold and to overturn. */
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  reasons?: string;
}

/** Without `queue`: one's own. */
export class AppealQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: ['open'],
    description: 'For reviewers: what waits for a hearing, oldest first.',
  })
  @IsOptional()
  @IsIn(['open'])
  queue?: 'open';
}

/** What is said to the other side. */
export class AppealMessageInput {
  @IsString()
  @Length(1, 5000)
  body: string;
}

/** One thing that was said. */
export class AppealMessageView {
  isByArtist: boolean;

  /** Whether the reader said it. */
  isMine: boolean;

  body: string;

  /** ISO date-time. */
  at: string;
}

/** A second look by another person. */
export class AppealView {
  /** `apl_…` */
  id: string;

  /** What it is about. */
  submissionId: string;

  @ApiProperty({ enum: APPEAL_STATES })
  state: AppealState;

  /** The artist's words. */
  grounds: string;

  /** The hearer's answer. */
  @ApiProperty({ type: String, nullable: true })
  reasons: string | null;

  /** Whether the reader hears it. */
  isMine: boolean;

  /** When it is to be answered by; ISO date-time. */
  dueAt: string;

  /** Whether it is, or was, answered later than that. */
  isLate: boolean;

  @ApiProperty({ type: [AppealMessageView], description: 'What both sides said, oldest first.' })
  messages: AppealMessageView[];

  /** Whether the reader may say something now. */
  canWrite: boolean;

  /** ISO date-time. */
  createdAt: string;

  /** ISO date-time. */
  @ApiProperty({ type: String, nullable: true })
  closedAt: string | null;

  /** What the reader may do now. */
  @ApiProperty({ enum: APPEAL_VERBS, isArray: true })
  available: string[];
}

export class AppealPage {
  @ApiProperty({ type: [AppealView] })
  items: readonly AppealView[];

  /** Cursor of the following page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
