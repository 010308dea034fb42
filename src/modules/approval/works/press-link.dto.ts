import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { LABEL_NAMES, type Label } from '../domain/audience';
import { MADE_WITH, type MadeWith } from '../../generation';

export class PressLinkInput {
  /** For whom it is: only you see it. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  label: string;

  /** Days until it is over. */
  @IsInt()
  @Min(1)
  @Max(90)
  days: number;
}

export class PressLinkView {
  /** `prl_…` */
  id: string;

  label: string;

  /** Address to hand on, relative to the portal's. Whoever has it sees the work. */
  link: string;

  createdAt: string;

  expiresAt: string;

  /** When you ended it. */
  @ApiProperty({ type: String, nullable: true })
  revokedAt: string | null;

  /** Whether it opens the work now. */
  isOpen: boolean;

  /** How often it was opened. */
  views: number;

  @ApiProperty({ type: String, nullable: true })
  lastViewedAt: string | null;
}

export class PressLinkList {
  @ApiProperty({ type: [PressLinkView] })
  items: readonly PressLinkView[];
}

/** What whoever holds a link sees. */
export class PressView {
  title: string;

  description: string;

  credit: string;

  coAuthors: string[];

  @ApiProperty({ enum: LABEL_NAMES, isArray: true })
  labels: Label[];

  @ApiProperty({ enum: MADE_WITH, nullable: true })
  madeWith: MadeWith | null;

  /** Nothing may be shown before this moment; `null`: no embargo. */
  @ApiProperty({ type: String, nullable: true })
  embargoUntil: string | null;

  videoUrl: string;

  posterUrl: string;

  /** Frames a second of the clip. */
  fps: number;

  /** When the link is over. */
  expiresAt: string;
}
