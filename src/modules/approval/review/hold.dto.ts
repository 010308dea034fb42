import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, MaxLength } from 'class-validator';
import { HOLD_REASON_NAMES, type HoldReason } from '../domain/hold';

export class HoldInput {
  /** The artist reads it as well. */
  @ApiProperty({ enum: HOLD_REASON_NAMES })
  @IsIn(HOLD_REASON_NAMES)
  reason: HoldReason;

  /** For reviewers. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;

  /** ISO date-time; not after the deadline, for the clock goes on. */
  @IsISO8601({ strict: true })
  @MaxLength(40)
  until: string;
}

/** A submission that waits for something from elsewhere; its clock goes on. */
export class HoldView {
  @ApiProperty({ enum: HOLD_REASON_NAMES })
  reason: HoldReason;

  /** For reviewers; the artist reads the reason. */
  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  /** When it ends by itself; ISO date-time. */
  until: string;

  /** Whether the reader may end it now. */
  mayEnd: boolean;
}
