import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { within } from '../domain/limits';

/** More artists than a programme has: the line is read at once, and what it leaves out is counted. */
export const MOST_ARTISTS = 500;
const artists = { message: within(1, MOST_ARTISTS, 'a whole number') };

export class LineQuery {
  /** Only this pool. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  pool?: string;

  /** Artists to list, those who have waited longest first. */
  @IsOptional()
  @Type(() => Number)
  @IsInt(artists)
  @Min(1, artists)
  @Max(MOST_ARTISTS, artists)
  limit: number = 100;
}

export class LineView {
  /** Name of the pool. */
  pool: string;
  enrollmentId: string;
  programId: string;
  personId: string;
  personName: string;
  /** Clips that wait for a place. */
  queued: number;
  /** Clips over the artist's own cap. */
  throttled: number;
  /** Clips that occupy a place now. */
  underWay: number;
  /** Seconds of rendering that wait, by estimate. */
  waitingSeconds: number;
  /** Credits held by what waits. */
  credits: number;
  /** RFC 3339: when the oldest of them was asked for. */
  oldestAt: string;
  /** Share of the pool relative to others. */
  weight: number;
  /** How many may be under way or next in line at once. */
  concurrency: number;
  /** How many more may wait behind that. */
  queueCap: number;
}

export class LineProgramView {
  programId: string;
  programName: string;
  /** Clips of the whole programme that are under way, in all pools. */
  underWay: number;
  /** How many may be at once. */
  concurrency: number;
}

export class LineListView {
  /** Artists who wait, those not listed included; one in two pools counts twice. */
  total: number;
  @ApiProperty({ type: [LineView] })
  items: LineView[];
  /** Programmes of these artists that may have only so many clips under way at once. */
  @ApiProperty({ type: [LineProgramView] })
  programs: LineProgramView[];
}
