import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { SELECTION_WAYS, type SelectionWay } from '../../program';
import { CONFLICT_KINDS, type ConflictKind } from '../domain/assignment';
import { DRAW_STEPS, type DrawStep } from './drawing.service';

export class ApplicationPanelBody {
  /** `per_…`, with a role that may score. */
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  personId: string;

  /** Studio, company or school: they do not score applications of the same one. */
  @IsOptional()
  @IsString()
  @MaxLength(160)
  team: string = '';
}

export class DrawStepParam {
  /** Id or slug of the programme. */
  @IsString()
  id: string;

  @ApiProperty({ enum: DRAW_STEPS })
  @IsIn(DRAW_STEPS)
  step: DrawStep;
}

export class DrawStepBody {
  /** Why, to cancel: it stays public with the draw. */
  @IsOptional()
  @IsString()
  @MinLength(3)
  @MaxLength(500)
  reason?: string;
}

export class StateCountView {
  state: string;

  count: number;
}

export class ApplicationPanelistView {
  personId: string;

  name: string;

  team: string;

  assigned: number;

  completed: number;

  recused: number;
}

export class ConflictCountView {
  @ApiProperty({ enum: CONFLICT_KINDS })
  kind: ConflictKind;

  count: number;
}

export class PromiseView {
  /** Promised for a day that has passed, and not decided. */
  open: number;

  /** Decided after the promised day. */
  late: number;

  /** Decided by it. */
  kept: number;
}

export class PlacesDrawView {
  /** Id, `drw_…`: its page lets everybody recompute it. */
  id: string;

  state: string;

  places: number;

  /** Entries on the published list. */
  @ApiProperty({ type: Number, nullable: true })
  entries: number | null;
}

/** How far the selection of a programme is. */
export class SelectionView {
  @ApiProperty({ enum: SELECTION_WAYS, nullable: true })
  selection: SelectionWay | null;

  /** People who score each application. */
  reviewers: number;

  /** Whether the form says by what is scored. */
  hasRubric: boolean;

  @ApiProperty({ type: StateCountView, isArray: true })
  counts: StateCountView[];

  seatsLeft: number;

  /** Last moment to apply. */
  @ApiProperty({ type: String, nullable: true })
  closesAt: string | null;

  @ApiProperty({ type: PromiseView })
  promise: PromiseView;

  @ApiProperty({ type: ApplicationPanelistView, isArray: true })
  panel: ApplicationPanelistView[];

  @ApiProperty({ type: ConflictCountView, isArray: true })
  conflicts: ConflictCountView[];

  /** Applications, at most 100, for which the panel has too few people without a conflict. */
  short: string[];

  @ApiProperty({ type: PlacesDrawView, nullable: true })
  draw: PlacesDrawView | null;

  /** Steps of the draw that can be taken now. */
  @ApiProperty({ enum: DRAW_STEPS, isArray: true })
  steps: DrawStep[];

  /** Whether submitted applications can be handed out now. */
  canHandOut: boolean;
}

export class HandOutView {
  /** Applications that went to reviewers. */
  handedOut: number;

  /** Submitted ones that still wait: hand out again. */
  left: number;
}

export class ReviewNoteView {
  /** In points from 1 to 5. */
  score: number;

  note: string;
}

export class ReviewNotesView {
  /** Without who wrote them. */
  @ApiProperty({ type: ReviewNoteView, isArray: true })
  items: ReviewNoteView[];
}
