import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { MADE_WITH, type MadeWith } from '../../generation';
import { AUDIENCE_NAMES, LABEL_NAMES, type Audience, type Label } from '../domain/audience';
import { LICENCE_NAMES, type Licence } from '../domain/licence';
import { TAG } from '../domain/tags';

export const SORTS = ['newest', 'oldest'] as const;

/** `a,b` and `?x=a&x=b` alike; an empty text names nothing. */
const listed = ({ value }: { value: unknown }): unknown => {
  const texts = Array.isArray(value) ? value : [value];
  return texts.flatMap((text) =>
    typeof text === 'string' ? text.split(',').filter((part) => part !== '') : [text],
  );
};

/** What a list of the gallery, or a feed of it, is narrowed to. */
export class GalleryFilterQuery extends PageQuery {
  /** Words that must all occur in title, text, tags or names; "a phrase" in quotes, -word without it. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /** One tag, such as `long-take`. */
  @IsOptional()
  @IsString()
  @Matches(TAG, { message: 'tag is not one of the tags that works have' })
  tag?: string;

  @ApiPropertyOptional({ enum: LICENCE_NAMES })
  @IsOptional()
  @IsIn(LICENCE_NAMES)
  licence?: Licence;

  @ApiPropertyOptional({ enum: MADE_WITH })
  @IsOptional()
  @IsIn(MADE_WITH)
  madeWith?: MadeWith;

  /** `artistId` of a work: works under that artist's name. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  artist?: string;

  /** Works of one programme. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;

  /** Labels that are not to be shown, parted by commas. */
  @ApiPropertyOptional({ enum: LABEL_NAMES, isArray: true })
  @IsOptional()
  @Transform(listed)
  @IsArray()
  @IsIn(LABEL_NAMES, { each: true })
  without?: Label[];

  @ApiPropertyOptional({ enum: SORTS, default: 'newest' })
  @IsOptional()
  @IsIn(SORTS)
  sort?: (typeof SORTS)[number];
}

export class PictureView {
  /** Pixels; never wider than the clip. */
  width: number;
  url: string;
}

/** A published work, as everybody sees it. */
export class WorkView {
  /** `wrk_…` */
  id: string;

  /** Last part of its address. */
  slug: string;

  /** Link to share, relative to the portal's address. */
  link: string;

  /** Title. */
  title: string;

  /** What the artist says about it. */
  description: string;

  /** The artist's name; `Former artist` where they left and chose so. */
  credit: string;

  /** To find their other works by; `null` where their name is not told. */
  @ApiProperty({ type: String, nullable: true })
  artistId: string | null;

  /** Names of those who made it with them. */
  coAuthors: string[];

  @ApiProperty({ enum: LABEL_NAMES, isArray: true })
  labels: Label[];

  /** Words of the artist to find it by. */
  tags: string[];

  @ApiProperty({
    enum: AUDIENCE_NAMES,
    description: 'wide works stand in the gallery, the others are reached by link.',
  })
  audience: Audience;

  @ApiProperty({ enum: LICENCE_NAMES })
  licence: Licence;

  /** What the licence allows, in a sentence. */
  licenceSays: string;

  /** Address of the licence's text; `null`: all rights are reserved. */
  @ApiProperty({ type: String, nullable: true })
  licenceUrl: string | null;

  /** What made the pictures: a generative model, or a formula without one. `null`: not known. Said wherever it is shown. */
  @ApiProperty({ enum: MADE_WITH, nullable: true })
  madeWith: MadeWith | null;

  /** Pixels. */
  width: number;

  /** Pixels. */
  height: number;

  /** Frames per second. */
  fps: number;

  /** Length. */
  seconds: number;

  /** MP4; range requests are answered. */
  videoUrl: string;

  /** Still image, as large as the clip. */
  posterUrl: string;

  /** The still image in smaller sizes, narrowest first. */
  @ApiProperty({ type: [PictureView] })
  pictures: readonly PictureView[];

  /** Page for a frame on another site. */
  embedUrl: string;

  /** Whether the artist shows it. */
  isListed: boolean;

  /** ISO date-time. */
  publishedAt: string;
}

export class WorkPage {
  @ApiProperty({ type: [WorkView] })
  items: readonly WorkView[];

  /** Cursor of the following page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class WorkTagCount {
  tag: string;
  /** Among the newest works. */
  count: number;
}

export class LicenceView {
  @ApiProperty({ enum: LICENCE_NAMES })
  name: Licence;
  says: string;
  @ApiProperty({ type: String, nullable: true })
  url: string | null;
}

/** What the gallery can be narrowed by. */
export class GalleryWords {
  /** The most used tags of the newest works. */
  @ApiProperty({ type: [WorkTagCount] })
  tags: readonly WorkTagCount[];

  @ApiProperty({ type: [LicenceView] })
  licences: readonly LicenceView[];
}

/** What an artist may say of a published work without another look at it. */
export class WorkChange {
  @ApiPropertyOptional({ enum: LICENCE_NAMES })
  @IsOptional()
  @IsIn(LICENCE_NAMES)
  licence?: Licence;

  /** At most eight; letters and digits, parted by hyphens. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(8)
  @Matches(TAG, {
    each: true,
    message: 'each of tags is letters and digits parted by single hyphens, up to 30 characters',
  })
  tags?: string[];
}
