import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { LOOK_STATES, LOOK_VERBS, type LookState } from '../domain/look.workflow';
import { StatementOfReasonsView } from '../statements/statement.dto';

/** Which verdict on which second look. */
export class LookStep {
  @IsString()
  id: string;

  @ApiProperty({ enum: LOOK_VERBS })
  @IsIn(LOOK_VERBS)
  verb: (typeof LOOK_VERBS)[number];
}

export class LookStepInput {
  /** Why; kept with the decision. */
  @IsString()
  @Length(20, 5000)
  reasons: string;
}

/** How often a second look came to another result. Counts only: what came here by rule and what by chance is not told apart. */
export class LookNumbersView {
  /** Acts that waited for, or were followed by, a second look. */
  looks: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Waiting now; `null`: too few.' })
  open: number | null;

  @ApiProperty({ type: Number, nullable: true })
  confirmed: number | null;

  @ApiProperty({ type: Number, nullable: true })
  rejected: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Nobody looked in time: decided in favour of the artist.',
  })
  lapsed: number | null;
}

export class LookNumbersQuery {
  /** Only this programme; all of them when absent. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;
}

/** Without `show`: what waits, the most urgent first. */
export class LookListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['closed'] })
  @IsOptional()
  @IsIn(['closed'])
  show?: 'closed';
}

/** A second look. Why this decision came here is told to nobody: by rule or by chance. */
export class LookView {
  id: string;

  @ApiProperty({ enum: LOOK_STATES })
  state: LookState;

  /** `before`: nothing has happened yet. `after`: it has taken effect. */
  @ApiProperty({ enum: ['before', 'after'] })
  timing: 'before' | 'after';

  statement: StatementOfReasonsView;

  @ApiProperty({ type: String, nullable: true })
  reasons: string | null;

  dueAt: string;

  isLate: boolean;

  @ApiProperty({ type: String, nullable: true })
  closedAt: string | null;

  @ApiProperty({ enum: LOOK_VERBS, isArray: true })
  available: (typeof LOOK_VERBS)[number][];
}

export class LookPage {
  @ApiProperty({ type: [LookView] })
  items: readonly LookView[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
