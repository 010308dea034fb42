import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { UNUSABLE_REASON_CODES, type UnusableReason } from '../contract';
import { oneOf } from '../domain/limits';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.trim() : value;

export class UnusableInput {
  /** What is wrong with it. */
  @ApiProperty({ enum: UNUSABLE_REASON_CODES })
  @IsIn(UNUSABLE_REASON_CODES, { message: oneOf(UNUSABLE_REASON_CODES) })
  reason: UnusableReason;

  /** In one's own words. */
  @IsOptional()
  @Transform(trimmed)
  @IsString()
  @MaxLength(1_000)
  note?: string;
}
