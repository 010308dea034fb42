import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { within } from '../domain/limits';
import { LIMITS } from '../domain/request';

const MOST_DAYS = 3_650;
const days = { message: within(1, MOST_DAYS, 'a whole number of days') };
const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;

export class KeeperRatesQuery {
  /** Only clips of this programme. */
  @ValidateIf(isGiven)
  @IsString()
  @MaxLength(60)
  programId?: string;

  /** Only clips of this artist; others than oneself only for staff. */
  @ValidateIf(isGiven)
  @IsString()
  @MaxLength(60)
  personId?: string;

  /** Only clips under this project name. */
  @ValidateIf(isGiven)
  @IsString()
  @MaxLength(LIMITS.projectMax)
  project?: string;

  /** Only clips of this style. */
  @ValidateIf(isGiven)
  @IsString()
  @MaxLength(120)
  style?: string;

  /** Only clips that this model made; `unknown`: those that ended before any did. */
  @ValidateIf(isGiven)
  @IsString()
  @MaxLength(120)
  model?: string;

  /** Only clips that ended within so many days. */
  @ValidateIf(isGiven)
  @Type(() => Number)
  @IsInt(days)
  @Min(1, days)
  @Max(MOST_DAYS, days)
  days?: number;
}

export class KeeperRateView {
  /** Style, model, band of prompt lengths or id of the artist; empty for all together. */
  key: string;
  /** The same for people: the name of the artist, otherwise as the key. */
  name: string;
  /** Clips that were tried: succeeded, failed, refused or stopped. */
  attempts: number;
  /** Of these, marked usable. */
  keepers: number;
  /** Rendering time of all attempts. */
  minutes: number;
  /** Credits spent on them. */
  credits: number;
  /** `null` while there is no keeper. */
  @ApiProperty({ type: Number, nullable: true })
  attemptsPerKeeper: number | null;
  @ApiProperty({ type: Number, nullable: true })
  minutesPerKeeper: number | null;
  @ApiProperty({ type: Number, nullable: true })
  creditsPerKeeper: number | null;
}

export class PromptBandView {
  /** Such as `60-159` or `400+`. */
  key: string;
  /** The shortest prompt that belongs to it, in characters. */
  from: number;
  /** The longest; `null`: whatever is longer. */
  @ApiProperty({ type: Number, nullable: true })
  to: number | null;
}

export class KeeperRatesView {
  /** Own clips, or those of everybody. */
  @ApiProperty({ enum: ['own', 'everybody'] })
  of: 'own' | 'everybody';
  @ApiProperty({ type: KeeperRateView })
  all: KeeperRateView;
  @ApiProperty({ type: [KeeperRateView] })
  byStyle: KeeperRateView[];
  @ApiProperty({ type: [KeeperRateView] })
  byModel: KeeperRateView[];
  /** By the length of the prompt, the shortest first; bands without an attempt are left out. */
  @ApiProperty({ type: [KeeperRateView] })
  byPromptLength: KeeperRateView[];
  /** Where the bands of prompt lengths begin and end. */
  @ApiProperty({ type: [PromptBandView] })
  promptBands: PromptBandView[];
  /** Only for staff; most attempts first, at most 500. */
  @ApiProperty({ type: [KeeperRateView] })
  byArtist: KeeperRateView[];
}

export class ProjectView {
  /** As it was written at submit. */
  name: string;
  /** Clips under it, ended or not. */
  clips: number;
  /** Of these, marked usable. */
  keepers: number;
  /** When the last one was submitted, RFC 3339. */
  lastAt: string;
}

export class ProjectListView {
  @ApiProperty({ type: [ProjectView] })
  items: ProjectView[];
}
