import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsNumber, IsOptional, IsString, Length, Max, Min } from 'class-validator';

/** A note at a frame or over a range. */
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
