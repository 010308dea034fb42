import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { GROUND_NAMES, type Ground } from '../domain/grounds';
import type { ApprovalNumbers } from '../domain/numbers';

export class NumbersQuery {
  /** Only this programme; all of them when absent. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;
}

/** How approval does: counts, clocks and rates. */
export class ApprovalNumbersView {
  /** Decisions to approve. */
  approved: number;

  /** Of these, by the clock because nobody decided in time. */
  approvedByClock: number;

  /** Decisions to decline. */
  declined: number;

  /** Requests for changes. */
  changesRequested: number;

  /** Works taken down. */
  takenDown: number;

  /** Waiting for a decision now. */
  open: number;

  /** Of these, past the deadline. */
  late: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Median hours from handing in to the first yes or no.',
  })
  medianHours: number | null;

  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(GROUND_NAMES.map((name) => [name, { type: 'integer' as const }])),
    additionalProperties: false,
    required: [...GROUND_NAMES],
    description: 'Refusals and removals by ground.',
  })
  refusalsByGround: Readonly<Record<Ground, number>>;

  /** Refusals and removals on the ground of safety. */
  safetyRefusals: number;

  /** All others. */
  otherRefusals: number;

  /** Appeals filed. */
  appeals: number;

  /** Appeals answered. */
  appealsDecided: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Share of answered appeals that succeeded, wholly or in part, 0 to 1.',
  })
  overturnRate: number | null;
}

export function numbersView(numbers: ApprovalNumbers): ApprovalNumbersView {
  return { ...numbers };
}
