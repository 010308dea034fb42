import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches, ValidateIf } from 'class-validator';
import { PERIOD_STATES, periodWorkflow, type PeriodState, type PeriodVerb } from '../domain/period.workflow';

const VERBS = Object.keys(periodWorkflow.moves) as PeriodVerb[];
const BLOCKERS = ['month_not_over', 'earlier_open', 'unexplained'] as const;

export class PeriodVerbParams {
  /** Month in UTC, such as `2026-03`. */
  @Matches(/^20\d\d-(0[1-9]|1[0-2])$/, { message: 'must be a month such as 2026-03' })
  month: string;

  @ApiProperty({ enum: VERBS })
  @IsIn(VERBS)
  verb: PeriodVerb;
}

export class PeriodVerbInput {
  /** Why it is to be reopened; needed for that. */
  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @Length(1, 1000)
  reason?: string;
}

export class PeriodBlockerView {
  @ApiProperty({ enum: BLOCKERS })
  code: (typeof BLOCKERS)[number];

  /** What it means and what to do. */
  says: string;

  /** How many there are of what blocks. */
  count: number;
}

/** A month of the books. */
export class PeriodView {
  month: string;

  @ApiProperty({ enum: PERIOD_STATES })
  state: PeriodState;

  /** Who closed it; name. */
  @ApiProperty({ type: String, nullable: true })
  closedBy: string | null;

  @ApiProperty({ type: String, nullable: true })
  closedAt: string | null;

  /** Entries in it when it was closed. */
  @ApiProperty({ type: Number, nullable: true })
  entries: number | null;

  /** SHA-256 over its entries, hex: the same for ever. */
  @ApiProperty({ type: String, nullable: true })
  digest: string | null;

  /** What moved in it by unit, in minor units. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  totals: Readonly<Record<string, string>>;

  /** Who wants to reopen it; name. */
  @ApiProperty({ type: String, nullable: true })
  proposedBy: string | null;

  /** Why. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  /** Why it cannot be closed yet; empty when it can. */
  @ApiProperty({ type: PeriodBlockerView, isArray: true })
  blockers: PeriodBlockerView[];

  /** Steps that you may take. */
  @ApiProperty({ enum: VERBS, isArray: true })
  available: PeriodVerb[];
}

export class PeriodList {
  /** Newest first; five years at most. */
  @ApiProperty({ type: PeriodView, isArray: true })
  items: PeriodView[];
}
