import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import type { RateItem } from '../../program';

/** What a manager may give by the card; everything else is earned by what artists do. */
export const GIVEN_ITEMS = ['appearance.event', 'goodwill.fault'] as const satisfies readonly RateItem[];

export class ByCardBody {
  /** Whose it is. */
  @IsString()
  @MaxLength(64)
  personId: string;

  /** The line of the rate card. */
  @ApiProperty({ enum: GIVEN_ITEMS })
  @IsIn(GIVEN_ITEMS)
  item: (typeof GIVEN_ITEMS)[number];

  /** Which appearance, or what went wrong; the artist reads it. */
  @IsString()
  @MinLength(3)
  @MaxLength(300)
  reason: string;
}

export class GivenView {
  /** Of the fact; the earning names it as its cause. */
  id: string;
}
