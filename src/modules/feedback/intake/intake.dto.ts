import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { FILES_PER_ITEM } from '../domain/attachment';
import {
  FEEDBACK_TYPES,
  SENTIMENTS,
  SEVERITIES,
  type FeedbackType,
  type Sentiment,
  type Severity,
} from '../domain/words';

/** A rectangle of the picture, in shares of its width and height from the upper left corner. */
export class RegionInput {
  /** Left edge, 0 to 1. */
  @IsNumber()
  @Min(0)
  @Max(1)
  x: number;

  /** Upper edge, 0 to 1. */
  @IsNumber()
  @Min(0)
  @Max(1)
  y: number;

  /** Width, 0 to 1. */
  @IsNumber()
  @Min(0)
  @Max(1)
  w: number;

  /** Height, 0 to 1. */
  @IsNumber()
  @Min(0)
  @Max(1)
  h: number;
}

/** A point or range of the clip's timeline. */
export class MarkerInput {
  /** Seconds from the start. */
  @IsNumber()
  @Min(0)
  at: number;

  /** End of a range, seconds from the start. */
  @IsOptional()
  @IsNumber()
  @Min(0)
  until?: number;

  @ApiPropertyOptional({ type: RegionInput })
  @IsOptional()
  @ValidateNested()
  @Type(() => RegionInput)
  region?: RegionInput;

  /** What is to be seen there. */
  @IsString()
  @Length(1, 1000)
  note: string;
}

/** How well the clip did, 1 (poor) to 5 (good). */
export class RatingsInput {
  /** Does it show what was asked for? */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  promptAdherence?: number;

  /** Does it move well? */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  motion?: number;

  /** Do things stay themselves? */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  consistency?: number;

  /** 5: no artefacts to be seen. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  artefacts?: number;
}

/** What an artist reports. */
export class FeedbackInput {
  /** A generation of one's own; its programme counts. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  generationId?: string;

  /** Without a generation: the programme, when one is in several. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;

  @ApiProperty({ enum: FEEDBACK_TYPES })
  @IsIn(FEEDBACK_TYPES)
  type: FeedbackType;

  /** One line; the first of the text when it is left out. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  title?: string;

  @ApiPropertyOptional({ enum: SEVERITIES, description: 'How bad it is; minor when it is left out.' })
  @IsOptional()
  @IsIn(SEVERITIES)
  severity?: Severity;

  /** In one's own words, 10 to 5000 characters. */
  @IsString()
  @Length(10, 5000)
  text: string;

  @ApiPropertyOptional({
    enum: SENTIMENTS,
    description: 'For the opinion-parity report; whoever accepts it for pay never sees it.',
  })
  @IsOptional()
  @IsIn(SENTIMENTS)
  sentiment?: Sentiment;

  @ApiPropertyOptional({ type: RatingsInput })
  @IsOptional()
  @ValidateNested()
  @Type(() => RatingsInput)
  ratings?: RatingsInput;

  @ApiPropertyOptional({ type: [MarkerInput] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => MarkerInput)
  markers?: MarkerInput[];

  /** Files of one's own, uploaded before (`fbf_…`). */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(FILES_PER_ITEM)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  files?: string[];

  /** Without one's name: the lab sees a pseudonym, and nothing that leads to the person; it is paid all the same. */
  @IsOptional()
  @IsBoolean()
  isPrivate?: boolean;

  /** How long it took, in minutes, if one likes: time that is given unasked is recorded as volunteered. */
  @ValidateIf((_, value) => value !== undefined)
  @IsInt()
  @Min(1)
  @Max(10_080)
  minutes?: number;

  /** The item that was suggested before sending and says the same. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  similarTo?: string;
}
