import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { VOID_REASON_NAMES, VOID_STATES, type VoidReason, type VoidState } from '../domain/void.workflow';
import { VOID_SUBJECTS, type VoidSubject } from './void.entity';

export const VOID_STEPS = ['confirm', 'drop'] as const;
export type VoidButton = (typeof VOID_STEPS)[number];

/** Taking pay back is proposed by one person. */
export class VoidInput {
  @ApiProperty({ enum: VOID_SUBJECTS })
  @IsIn(VOID_SUBJECTS)
  subject: VoidSubject;

  /** The item or the seat. */
  @IsString()
  @Length(1, 60)
  subjectId: string;

  @ApiProperty({
    enum: VOID_REASON_NAMES,
    description: 'Closed list. Tone, opinion, and that somebody said it before are not among them.',
  })
  @IsString()
  reason: string;

  /** What was found, for the artist to read and to answer: 20 to 5000 characters. */
  @IsString()
  @Length(20, 5000)
  facts: string;
}

export class VoidStep {
  @IsString()
  id: string;

  @ApiProperty({ enum: VOID_STEPS, description: 'confirm: by another person than whoever proposed.' })
  @IsIn(VOID_STEPS)
  verb: VoidButton;
}

export class VoidStepInput {
  /** For colleagues: why. */
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  answer?: string;
}

export class VoidQuery extends PageQuery {
  @ApiPropertyOptional({ enum: VOID_STATES })
  @IsOptional()
  @IsIn(VOID_STATES)
  state?: VoidState;

  /** Only those about one item or seat. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  subjectId?: string;
}

/** Pay taken back, or about to be. */
export class VoidView {
  /** `vod_…` */
  id: string;

  @ApiProperty({ enum: VOID_SUBJECTS })
  subject: VoidSubject;

  /** The item or the seat. */
  subjectId: string;

  /** What it is called. */
  title: string;

  /** Programme it belongs to. */
  programId: string;

  /** Name of the artist; of what was filed without a name nobody’s. */
  author: string;

  @ApiProperty({ enum: VOID_STATES })
  state: VoidState;

  @ApiProperty({ enum: VOID_REASON_NAMES })
  reason: VoidReason;

  /** The reason as published. */
  says: string;

  /** What was found. */
  facts: string;

  /** Name of whoever proposed. */
  proposedBy: string;

  @ApiProperty({ type: String, nullable: true, description: 'Name of the second person.' })
  decidedBy: string | null;

  /** Confirmed by two, and waiting for a second look before it takes effect. */
  isLookedAt: boolean;

  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  /** ISO date-time. */
  createdAt: string;

  @ApiProperty({ enum: VOID_STEPS, isArray: true, description: 'What the reader may do now.' })
  available: string[];
}

export class VoidPage {
  @ApiProperty({ type: [VoidView] })
  items: readonly VoidView[];

  /** Cursor of the following page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

/** Pay for it was taken back; before it takes effect staff alone see it. */
export class PayTakenView {
  /** `vod_…` */
  voidId: string;

  @ApiProperty({ enum: VOID_STATES })
  state: VoidState;

  @ApiProperty({ enum: VOID_REASON_NAMES })
  reason: VoidReason;

  /** The reason as published. */
  says: string;

  /** What was found. */
  facts: string;
}
