import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, Max, Min } from 'class-validator';
import { CURRENCIES, LARGEST_AMOUNT, toJsonInteger, type Currency } from '../../../kernel/money';
import type { RateRules } from '../contract';
import { RATE_CHANGES, type RateChange, type WrittenRules } from '../domain/rate-card';

const VERSION_MAX = 2_147_483_647;

/** What a card promises besides prices. */
export class RateRulesBody {
  /** The least for an hour of requested work, in minor units. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LARGEST_AMOUNT)
  floorPerHour?: number;

  /** The same by country of the artist (two capital letters), where it differs. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'integer', minimum: 1 } })
  @IsOptional()
  @IsObject()
  floors?: Record<string, number>;

  /** Percent of the price that is paid when a task is cancelled after it was accepted; a quarter at least. */
  @IsOptional()
  @IsInt()
  @Min(25)
  @Max(100)
  killFeePercent?: number;

  /** Days within which an amount is paid. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  payWithinDays?: number;

  /** Hundredths of a percent added for each day that an amount is late. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000)
  lateBasisPointsPerDay?: number;
}

/** What a card promises besides prices. */
export class RateRulesView {
  /** The least for an hour of requested work, in minor units: whoever did a task that takes longer is topped up to it. */
  floorPerHour: number;

  /** The same by country of the artist, where it differs. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  floors: Record<string, number>;

  /** Percent of the price that is paid when a task is cancelled after it was accepted. */
  killFeePercent: number;

  /** Days within which an amount is paid. */
  payWithinDays: number;

  /** Hundredths of a percent added for each day that an amount is late, up to the amount itself. */
  lateBasisPointsPerDay: number;
}

/** Only what was said: a card that leaves something out keeps its hash whatever the defaults become. */
export function writtenRules(body: RateRulesBody): WrittenRules {
  return Object.fromEntries(Object.entries({ ...body }).filter(([, value]) => value !== undefined));
}

export function rateRulesView({ floorPerHour, floors, ...rest }: RateRules): RateRulesView {
  const { killFeePercent, payWithinDays, lateBasisPointsPerDay } = rest;
  return {
    floorPerHour: toJsonInteger(floorPerHour),
    floors: Object.fromEntries(Object.entries(floors).map(([key, floor]) => [key, toJsonInteger(floor)])),
    killFeePercent,
    payWithinDays,
    lateBasisPointsPerDay,
  };
}

export class RateCardCompareQuery {
  /** Number of the earlier version; absent: the one before `to`. 0: from nothing. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(VERSION_MAX)
  from?: number;

  /** Number of the later version; absent: the newest. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(VERSION_MAX)
  to?: number;
}

/** One line that differs. */
export class RateChangeView {
  /** The item, or `rules.…`. */
  line: string;

  /** What the earlier card says; `null`: nothing. Minor units, percent, days or hundredths of a percent. */
  @ApiProperty({ type: Number, nullable: true })
  before: number | null;

  /** What the later card says; `null`: nothing. */
  @ApiProperty({ type: Number, nullable: true })
  after: number | null;

  @ApiProperty({ enum: RATE_CHANGES })
  change: RateChange['change'];
}

export class RateCardChangesView {
  /** Number of the earlier version; 0: nothing. */
  from: number;

  /** Number of the later version. */
  to: number;

  /** Currency of the amounts. */
  @ApiProperty({ enum: Object.keys(CURRENCIES) })
  currency: Currency;

  /** Empty when both say the same. */
  @ApiProperty({ type: RateChangeView, isArray: true })
  changes: RateChangeView[];
}

/** What an item of a card is for. */
export class RateItemView {
  /** Its name in cards and earnings. */
  item: string;

  /** What it pays for. */
  says: string;

  /** Whether every card must price it. */
  isRequired: boolean;
}
