import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { APPEAL_STATES, APPEAL_VERBS, type AppealState, type AppealVerb } from '../domain/appeal.workflow';
import { STATEMENT_KINDS, type StatementKind } from '../domain/kinds';
import { StatementOfReasonsView } from '../statements/statement.dto';

/** Why the decision is wrong. */
export class HearingInput {
  /** In the artist's words. */
  @IsString()
  @Length(10, 5000)
  grounds: string;
}

/** Which verb on which appeal. */
export class HearingStep {
  @IsString()
  id: string;

  @ApiProperty({ enum: APPEAL_VERBS })
  @IsIn(APPEAL_VERBS)
  verb: AppealVerb;
}

/** What comes with a verb. */
export class HearingStepInput {
  /** The answer to the artist, at least 20 characters; needed to uphold and to overturn. */
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  reasons?: string;
}

/** Something to say to the other side. */
export class HearingMessageInput {
  @IsString()
  @Length(1, 5000)
  body: string;
}

/** Without `queue`: one's own. */
export class HearingListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['open'], description: 'For staff: what waits, the most urgent first.' })
  @IsOptional()
  @IsIn(['open'])
  queue?: 'open';
}

/** One thing that was said. */
export class HearingMessageView {
  isByArtist: boolean;
  isMine: boolean;
  body: string;
  at: string;
}

/** An appeal, with what is appealed and what was said. */
export class HearingView {
  id: string;

  @ApiProperty({ enum: STATEMENT_KINDS })
  kind: StatementKind;

  @ApiProperty({ enum: APPEAL_STATES })
  state: AppealState;

  /** What is appealed, whole, with what was decided upon. */
  statement: StatementOfReasonsView;

  grounds: string;

  /** The answer. */
  @ApiProperty({ type: String, nullable: true })
  reasons: string | null;

  /** When it is to be answered by. */
  dueAt: string;

  isLate: boolean;

  createdAt: string;

  @ApiProperty({ type: String, nullable: true })
  closedAt: string | null;

  /** Whether the reader hears it. */
  isMine: boolean;

  @ApiProperty({ type: [HearingMessageView] })
  messages: HearingMessageView[];

  /** Whether the reader may say something now. */
  canWrite: boolean;

  @ApiProperty({ enum: APPEAL_VERBS, isArray: true })
  available: AppealVerb[];
}

export class HearingPage {
  @ApiProperty({ type: [HearingView] })
  items: readonly HearingView[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
