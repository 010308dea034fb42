import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/** A rectangle of the picture, in shares of its width and height from the upper left corner; it lies within the picture. */
export class NoteRegion {
  @IsNumber()
  @Min(0)
  @Max(1)
  x: number;

  @IsNumber()
  @Min(0)
  @Max(1)
  y: number;

  /** Width. */
  @IsNumber()
  @Min(0.001)
  @Max(1)
  w: number;

  /** Height. */
  @IsNumber()
  @Min(0.001)
  @Max(1)
  h: number;
}

/** A note at a frame or over a range, about all of the picture or a part of it. */
export class NoteInput {
  /** Seconds from the start. */
  @IsNumber()
  @Min(0)
  @Max(3600)
  at: number;

  /** End of a range, seconds from the start. */
  @ApiPropertyOptional({ type: Number })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(3600)
  until?: number;

  /** The part of the picture that is meant. */
  @ApiPropertyOptional({ type: NoteRegion })
  @ValidateIf((_, v) => v !== undefined)
  @ValidateNested()
  @Type(() => NoteRegion)
  region?: NoteRegion;

  @IsString()
  @Length(1, 2000)
  text: string;

  /** The artist reads it once a decision has left; otherwise it is for reviewers only. */
  @IsBoolean()
  isForArtist: boolean;
}

export class NoteView {
  /** `not_…` */
  id: string;

  /** Seconds from the start. */
  at: number;

  /** End of a range. */
  @ApiProperty({ type: Number, nullable: true })
  until: number | null;

  @ApiProperty({ type: NoteRegion, nullable: true, description: 'The part of the picture that is meant.' })
  region: NoteRegion | null;

  text: string;

  /** Whether the artist reads it, too. */
  isForArtist: boolean;

  /** Whether the reader wrote it. */
  isMine: boolean;

  /** ISO date-time. */
  createdAt: string;
}

export class NoteList {
  @ApiProperty({ type: [NoteView], description: 'By their place in the clip.' })
  items: readonly NoteView[];
}
