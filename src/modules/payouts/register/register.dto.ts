import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PAYOUT_STATES, type PayoutState } from '../domain/payout.workflow';

const DATE = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class PayoutRegisterQuery {
  /** Only payouts in this state. */
  @IsOptional()
  @ApiProperty({ enum: PAYOUT_STATES, required: false })
  @IsIn(PAYOUT_STATES)
  state?: PayoutState;

  /** Only payouts of this programme. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;

  /** Only payouts to this person. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  personId?: string;

  /** Drafted on or after this day, UTC. */
  @IsOptional()
  @Matches(DATE, { message: 'must be a day such as 2026-03-31' })
  from?: string;

  /** Drafted before this day, UTC. */
  @IsOptional()
  @Matches(DATE, { message: 'must be a day such as 2026-03-31' })
  until?: string;
}
